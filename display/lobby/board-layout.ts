import type { Viewing } from '../../shared/viewing.ts'
import { fontSizesFor, metresMax, type Screen } from './legibility.ts'

/** What the board has to say beside notices, each in a place of its own. */
export interface Calm {
  /** Things that work again since a short while ago. */
  readonly recoveries: number
  /** A notice that is set for later. */
  readonly isPlanned: boolean
  /** The day's services are not confirmed. */
  readonly isUnconfirmed: boolean
}

/**
 * Where everything on the board goes, in CSS pixels, worked out before anything is drawn: nothing on the board moves
 * because of what another part of it says, and nothing needs to scroll.
 *
 * The called number is as large as its place allows. Notices get the height that they need to be said in full, within
 * their share, never less than a fifth. Where the number needs the room, in a deep hall or beside much that is announced,
 * first the waiting figures lose their names, then they give way, then the list is set smaller or gets another part of the
 * place, and only then the banner gives way, down to that fifth.
 */
export interface BoardLayout {
  readonly orientation: 'landscape' | 'portrait'
  /** One hundredth of the shorter side: what small words and margins are measured in. */
  readonly unitPx: number
  readonly headerPx: number
  readonly bannerPx: number
  /** What works again, or is planned, where the banner would be; 0 where there is neither. */
  readonly calmPx: number
  readonly cardPx: number
  /** 0 where the waiting figures are left out. */
  readonly waitingPx: number
  /** The waiting figures stand without the services' names, which their marks say as well. */
  readonly isWaitingSlim: boolean
  readonly nowWidthPx: number
  readonly nowHeightPx: number
  /** The counter below the number, or beside it where the place is low and wide. */
  readonly arrangement: 'below' | 'beside'
  readonly numberPx: number
  readonly counterPx: number
  /** The room for the counter's name below or beside the number. */
  readonly counterWidthPx: number
  readonly listPx: number
  readonly listNameWidthPx: number
  /** The service's pictogram in a row; where the list must be very large, the counter's name has its place. */
  readonly hasListMarks: boolean
  readonly rows: number
  readonly rowPx: number
  /** What the installer asked for, and whether this screen can do it; null where nothing was asked. */
  readonly reach: { readonly metres: number; readonly metresMax: number; readonly fits: boolean } | null
}

type Placed = Omit<BoardLayout, 'reach'>

/** How the room is shared out: the banner's part of the height, the number's part beside the list, and what gives way. */
interface Shares {
  readonly banner: number
  readonly now: number
  readonly waiting: 'named' | 'slim' | 'none'
  readonly isListSmall: boolean
}

/** `bannerWantedPx` is what the notices need; without it they get the share that so many of them usually need. */
export function boardLayout(
  screen: Screen,
  notices: number,
  isCutOff: boolean,
  viewing: Viewing | null = null,
  calm: Calm = nothingCalm,
  bannerWantedPx: number | null = null,
): BoardLayout {
  const orientation = screen.height > screen.width ? 'portrait' : 'landscape'
  const unitPx = Math.min(screen.width, screen.height) / 100
  const wanted = viewing ? fontSizesFor(viewing, screen) : { numberPx: 0, listPx: 0 }
  const placeWith = (shares: Shares) => place(screen, shares, isCutOff, wanted.listPx, calm)
  const fits = ({ numberPx, listPx }: Placed) =>
    numberPx >= Math.max(wanted.numberPx, listPx * numberToListMin) && listPx >= wanted.listPx
  const isRoomy = (placed: Placed) => fits(placed) && placed.numberPx >= numberUnitsMin * unitPx && placed.rows >= 2

  const shareMax = noticeShares[orientation][Math.min(notices, 6)] ?? 0
  const usual =
    notices === 0 || bannerWantedPx === null
      ? shareMax
      : Math.min(shareMax, Math.max(noticeShareMin, bannerWantedPx / screen.height))
  const mayHideWaiting = notices > 0 || calm.recoveries > 0 || viewing !== null
  const possible = sharesFrom(orientation, usual, mayHideWaiting, !isCutOff).map((shares) => ({
    shares,
    placed: placeWith(shares),
  }))
  const roomy = possible.find(({ shares, placed }) => shares.banner >= usual * usualKept && isRoomy(placed))
  const best = roomy ?? possible.find(({ placed }) => fits(placed)) ?? largest(possible, usual * usualKept)
  const placed = best?.placed ?? placeWith({ ...leastShares, now: nowShares[orientation][0] })
  if (!viewing) return { ...placed, reach: null }

  // What the installer can count on, whatever is being announced.
  const farthest = Math.max(
    ...nowShares[orientation].map((now) => {
      const { numberPx, listPx } = place(screen, { ...leastShares, now }, false, wanted.listPx, nothingCalm)
      return metresMax(viewing.inches, screen, numberPx, listPx)
    }),
  )
  const reach = { metres: viewing.metres, metresMax: Math.floor(farthest * 10) / 10, fits: farthest >= viewing.metres }
  return { ...placed, reach }
}

/** The ways to share the room, the most wanted first. */
function sharesFrom(
  orientation: BoardLayout['orientation'],
  usual: number,
  mayHideWaiting: boolean,
  isWaitingShown: boolean,
): readonly Shares[] {
  const steps = usual === 0 ? [0] : [...Array(bannerSteps + 1).keys()].map((step) => step / bannerSteps)
  const banners = steps.map((step) => usual - step * Math.max(0, usual - noticeShareMin))
  const waitings: readonly Shares['waiting'][] = isWaitingShown
    ? mayHideWaiting
      ? ['named', 'slim', 'none']
      : ['named']
    : ['none']
  return banners.flatMap((banner) =>
    waitings.flatMap((waiting) =>
      [false, true].flatMap((isListSmall) =>
        nowShares[orientation].map((now) => ({ banner, now, waiting, isListSmall })),
      ),
    ),
  )
}

/** The list may be half as large as the number. */
function reached({ numberPx, listPx }: Placed): number {
  return Math.min(numberPx, 2 * listPx)
}

/** Where no way is large enough for the hall: what is read from farthest and leaves the notices most of what they need. */
function largest<Way extends { readonly shares: Shares; readonly placed: Placed }>(
  possible: readonly Way[],
  bannerMin: number,
): Way | undefined {
  return possible
    .filter(({ shares }) => shares.banner >= bannerMin)
    .toSorted((a, b) => reached(b.placed) - reached(a.placed))[0]
}

function place(screen: Screen, shares: Shares, isCutOff: boolean, listPxMin: number, calm: Calm): Placed {
  const { width, height } = screen
  const portrait = height > width
  const unitPx = Math.min(width, height) / 100
  const padding = 2.4 * unitPx
  const headerPx = ((portrait ? 14 : 10) + (calm.isUnconfirmed ? 4 : 0)) * unitPx
  const calmPx = calmUnits(calm, portrait) * unitPx
  const waitingPx = waitingUnits[portrait ? 'portrait' : 'landscape'][shares.waiting] * unitPx
  const bannerPx = Math.min(shares.banner, isCutOff ? cutOffShareMax : 1) * height
  const cardPx = isCutOff ? cardShare * height : 0
  const body = height - headerPx - bannerPx - calmPx - cardPx - waitingPx - 3 * padding

  const inner = width - 2 * padding
  const nowWidthPx = portrait ? inner : (inner - padding) * shares.now
  const nowHeightPx = portrait ? (body - padding) * shares.now : body
  const roomWidth = nowWidthPx - 2 * padding
  const roomHeight = nowHeightPx - 2 * padding - labelUnits * unitPx
  const below = Math.min(roomWidth / numberEm, roomHeight / (numberLineEm + counterLineEm))
  const beside = Math.min((roomWidth * besideShare) / numberEm, roomHeight / numberLineEm)
  const arrangement = below >= beside ? 'below' : 'beside'
  const numberPx = Math.max(below, beside)
  const counterPx = numberPx * counterEm
  const counterRoom = arrangement === 'below' ? roomWidth : roomWidth * (1 - besideShare) - padding

  const listWidth = (portrait ? inner : inner - padding - nowWidthPx) - 2 * padding
  const listHeight = (portrait ? body - padding - nowHeightPx : body) - 2 * padding - labelUnits * unitPx
  const listUnits = listUnitsOf[portrait ? 'portrait' : 'landscape'][shares.isListSmall ? 'small' : 'usual']
  const listPx = Math.min(Math.max(listUnits * unitPx, listPxMin), listWidth / listEm)
  const hasListMarks = listWidth >= (numberEm + listMarkEm + listNameEm) * listPx
  const rows = Math.max(1, Math.floor(listHeight / (listPx * rowEm)))
  return {
    orientation: portrait ? 'portrait' : 'landscape',
    unitPx,
    headerPx,
    bannerPx,
    calmPx,
    cardPx,
    waitingPx,
    isWaitingSlim: shares.waiting === 'slim',
    nowWidthPx,
    nowHeightPx,
    arrangement,
    numberPx,
    counterPx,
    counterWidthPx: counterRoom - arrowEm * counterPx,
    listPx,
    listNameWidthPx: listWidth - (numberEm + (hasListMarks ? listMarkEm : 0)) * listPx,
    hasListMarks,
    rows,
    rowPx: Math.min(listHeight / rows, listPx * rowEmMax),
  }
}

/** Lines of about forty and twenty-eight pixels on a full-HD screen, twice as many on a tall one. */
function calmUnits({ recoveries, isPlanned }: Calm, portrait: boolean): number {
  if (recoveries > 0) return (9.6 + 5 * Math.min(recoveries, 3)) * (portrait ? 1.6 : 1)
  return isPlanned ? (portrait ? 12 : 8) : 0
}

const nothingCalm: Calm = { recoveries: 0, isPlanned: false, isUnconfirmed: false }

/** The part of the height that no, one, two and so on up to six and more notices may take. */
const noticeShares = {
  landscape: [0, 0.46, 0.46, 0.43, 0.43, 0.43, 0.45],
  portrait: [0, 0.42, 0.44, 0.43, 0.43, 0.43, 0.45],
} as const
const noticeShareMin = 0.2
const bannerSteps = 8
/** The part of its height that the banner keeps before number and list are held to less than a comfortable size. */
const usualKept = 0.75
/** The number where nothing was said of the hall, in units: 172 px of 1080. */
const numberUnitsMin = 16
const cutOffShareMax = 0.26
const cardShare = 0.2
/** The called number is the largest thing on the board by so much. */
const numberToListMin = 1.2
/** The number's part of the width beside the list, or of the height above it; the usual one first. */
const nowShares = { landscape: [0.54, 0.5, 0.46], portrait: [0.52, 0.47, 0.58, 0.64] } as const
const leastShares = { banner: noticeShareMin, waiting: 'none', isListSmall: false } as const
const waitingUnits = {
  landscape: { named: 14.5, slim: 8.6, none: 0 },
  portrait: { named: 32, slim: 20, none: 0 },
} as const
const listUnitsOf = { landscape: { usual: 8, small: 7 }, portrait: { usual: 9.5, small: 8.2 } } as const
const besideShare = 0.6
/** The widest number, one wide letter and three digits, for a font size of 1. */
const numberEm = 2.8
/** The line of a number, with what its letters reach beyond it. */
const numberLineEm = 1.05
const counterEm = 0.42
const counterLineEm = 0.5
const arrowEm = 1.3
/** A row of the list: its mark, its number and a counter's name, for the font size of the number. */
const listMarkEm = 1.1
const listEm = 5.4
/** Room for "Loket 12" in one line. */
const listNameEm = 2.4
const rowEm = 1.22
const rowEmMax = 1.5
/** The line above number and list, in units. */
const labelUnits = 5.5
