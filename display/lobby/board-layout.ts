import { fontSizesFor, metresMax, type Screen, type Viewing } from './legibility.ts'

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
 * The called number is as large as its place allows. Notices get their share of the height, never less than a fifth.
 * Where the number needs the room, in a deep hall or beside much that is announced, first the waiting figures give way,
 * then the banner down to that fifth, then the list gets a wider column.
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
  readonly rows: number
  readonly rowPx: number
  /** What the installer asked for, and whether this screen can do it; null where nothing was asked. */
  readonly reach: { readonly metres: number; readonly metresMax: number; readonly fits: boolean } | null
}

type Placed = Omit<BoardLayout, 'reach'>

/** How the room is shared out: the banner's part of the height, the number's part of the width, waiting figures or not. */
interface Shares {
  readonly banner: number
  readonly now: number
  readonly isWaitingShown: boolean
}

export function boardLayout(
  screen: Screen,
  notices: number,
  isCutOff: boolean,
  viewing: Viewing | null = null,
  calm: Calm = nothingCalm,
): BoardLayout {
  const orientation = screen.height > screen.width ? 'portrait' : 'landscape'
  const wanted = viewing ? fontSizesFor(viewing, screen) : { numberPx: 0, listPx: 0 }
  const placeWith = (shares: Shares) => place(screen, shares, isCutOff, wanted.listPx, calm)
  const fits = ({ numberPx, listPx }: Placed) =>
    numberPx >= Math.max(wanted.numberPx, listPx * numberToListMin) && listPx >= wanted.listPx

  const usual = noticeShares[orientation][Math.min(notices, 6)] ?? 0
  const possible = sharesFrom(usual, notices > 1 || calm.recoveries > 0, !isCutOff).map(placeWith)
  const placed =
    possible.find(fits) ?? possible.toSorted((a, b) => b.numberPx - a.numberPx)[0] ?? placeWith(leastShares)
  if (!viewing) return { ...placed, reach: null }

  // What the installer can count on, whatever is being announced.
  const farthest = Math.max(
    ...nowShares.map((now) => {
      const { numberPx, listPx } = place(screen, { ...leastShares, now }, false, wanted.listPx, nothingCalm)
      return metresMax(viewing.inches, screen, numberPx, listPx)
    }),
  )
  const reach = { metres: viewing.metres, metresMax: Math.floor(farthest * 10) / 10, fits: farthest >= viewing.metres }
  return { ...placed, reach }
}

/** The ways to share the room, the most wanted first. */
function sharesFrom(usual: number, mayHideWaiting: boolean, isWaitingShown: boolean): readonly Shares[] {
  const banners = usual === 0 ? [0] : [usual, (usual + noticeShareMin) / 2, noticeShareMin]
  const waitings = isWaitingShown ? (mayHideWaiting ? [true, false] : [true]) : [false]
  return nowShares.flatMap((now) =>
    banners.flatMap((banner) => waitings.map((isShown) => ({ banner, now, isWaitingShown: isShown }))),
  )
}

function place(screen: Screen, shares: Shares, isCutOff: boolean, listPxMin: number, calm: Calm): Placed {
  const { width, height } = screen
  const portrait = height > width
  const unitPx = Math.min(width, height) / 100
  const padding = 2.4 * unitPx
  const headerPx = ((portrait ? 14 : 10) + (calm.isUnconfirmed ? 4 : 0)) * unitPx
  const calmPx = calmUnits(calm, portrait) * unitPx
  const waitingPx = shares.isWaitingShown ? (portrait ? 32 : 14.5) * unitPx : 0
  const bannerPx = Math.min(shares.banner, isCutOff ? cutOffShareMax : 1) * height
  const cardPx = isCutOff ? cardShare * height : 0
  const body = height - headerPx - bannerPx - calmPx - cardPx - waitingPx - 3 * padding

  const inner = width - 2 * padding
  const nowWidthPx = portrait ? inner : (inner - padding) * shares.now
  const nowHeightPx = portrait ? (body - padding) * portraitNowShare : body
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
  const listPx = Math.min(Math.max((portrait ? 9.5 : 8) * unitPx, listPxMin), listWidth / listEm)
  const rows = Math.max(1, Math.floor(listHeight / (listPx * rowEm)))
  return {
    orientation: portrait ? 'portrait' : 'landscape',
    unitPx,
    headerPx,
    bannerPx,
    calmPx,
    cardPx,
    waitingPx,
    nowWidthPx,
    nowHeightPx,
    arrangement,
    numberPx,
    counterPx,
    counterWidthPx: counterRoom - arrowEm * counterPx,
    listPx,
    listNameWidthPx: listWidth - (numberEm + listMarkEm) * listPx,
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

/** The part of the height that no, one, two and so on up to six and more notices take. */
const noticeShares = {
  landscape: [0, 0.3, 0.34, 0.37, 0.43, 0.43, 0.45],
  portrait: [0, 0.26, 0.3, 0.36, 0.42, 0.43, 0.45],
} as const
const noticeShareMin = 0.2
const cutOffShareMax = 0.26
const cardShare = 0.2
/** The called number is the largest thing on the board by so much. */
const numberToListMin = 1.2
/** The number's part of the width beside the list, the usual one first. */
const nowShares = [0.54, 0.5, 0.46] as const
const leastShares: Shares = { banner: noticeShareMin, now: nowShares[0], isWaitingShown: true }
const portraitNowShare = 0.52
const besideShare = 0.6
/** The widest number, one wide letter and three digits, for a font size of 1. */
const numberEm = 2.8
const numberLineEm = 1
const counterEm = 0.42
const counterLineEm = 0.5
const arrowEm = 1.3
/** A row of the list: its mark, its number and a counter's name, for the font size of the number. */
const listMarkEm = 1.1
const listEm = 5.4
const rowEm = 1.22
const rowEmMax = 1.5
/** The line above number and list, in units. */
const labelUnits = 5.5
