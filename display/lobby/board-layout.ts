import { fontSizesFor, metresMax, type Screen, type Viewing } from './legibility.ts'

/**
 * Where everything on the board goes, in CSS pixels, worked out before anything is drawn: nothing on the board moves
 * because of what another part of it says, and nothing needs to scroll.
 *
 * The called number is as large as its place allows. Notices get their share of the height, never less than a fifth;
 * above that fifth they give way where the hall is deep and the number needs the room.
 */
export interface BoardLayout {
  readonly orientation: 'landscape' | 'portrait'
  /** One hundredth of the shorter side: what small words and margins are measured in. */
  readonly unitPx: number
  readonly headerPx: number
  readonly bannerPx: number
  readonly cardPx: number
  readonly waitingPx: number
  readonly nowPx: number
  /** The counter below the number, or beside it where the place is low and wide. */
  readonly arrangement: 'below' | 'beside'
  readonly numberPx: number
  /** The room for the counter's name beside or below the number. */
  readonly counterWidthPx: number
  readonly counterPx: number
  readonly listPx: number
  readonly listNameWidthPx: number
  readonly rows: number
  /** What the installer asked for, and whether this screen can do it; null where nothing was asked. */
  readonly reach: { readonly metres: number; readonly metresMax: number; readonly fits: boolean } | null
}

export function boardLayout(
  screen: Screen,
  notices: number,
  isCutOff: boolean,
  viewing: Viewing | null = null,
): BoardLayout {
  const share = noticeShares[screen.height > screen.width ? 'portrait' : 'landscape'][Math.min(notices, 4)] ?? 0
  const wanted = viewing && fontSizesFor(viewing, screen)
  const withShare = (bannerShare: number) => place(screen, bannerShare, isCutOff, wanted?.listPx ?? 0)
  const usual = withShare(share)
  // The least banner is what the installer can count on, whatever is being announced.
  const least = withShare(noticeShareMin)
  const giveWay = notices > 0 && wanted !== null && usual.numberPx < wanted.numberPx
  const placed = giveWay ? least : usual
  const farthest = viewing && metresMax(viewing.inches, screen, least.numberPx, least.listPx)
  return {
    ...placed,
    reach:
      viewing && farthest !== null
        ? { metres: viewing.metres, metresMax: Math.floor(farthest * 10) / 10, fits: farthest >= viewing.metres }
        : null,
  }
}

function place(screen: Screen, bannerShare: number, isCutOff: boolean, listPxMin: number): Omit<BoardLayout, 'reach'> {
  const { width, height } = screen
  const portrait = height > width
  const unitPx = Math.min(width, height) / 100
  const padding = 2.4 * unitPx
  const headerPx = 10 * unitPx
  const waitingPx = (portrait ? 30 : 15) * unitPx
  const bannerPx = bannerShare * height
  const cardPx = isCutOff ? cardShare * height : 0
  const gaps = 3 * padding
  const body = height - headerPx - bannerPx - cardPx - waitingPx - gaps

  const inner = width - 2 * padding
  const nowWidth = portrait ? inner : (inner - padding) * nowShare
  const listWidth = (portrait ? inner : inner - padding - nowWidth) - 2 * padding
  const nowPx = portrait ? (body - padding) * portraitNowShare : body
  const listHeight = (portrait ? body - padding - nowPx : body) - 2 * padding - labelUnits * unitPx

  const roomWidth = nowWidth - 2 * padding
  const roomHeight = nowPx - 2 * padding - labelUnits * unitPx
  const below = Math.min(roomWidth / numberEm, roomHeight / (numberLineEm + counterLineEm))
  const beside = Math.min((roomWidth * besideShare) / numberEm, roomHeight / numberLineEm)
  const arrangement = below >= beside ? 'below' : 'beside'
  const numberPx = Math.max(below, beside)

  const listPx = Math.min(Math.max((portrait ? 9.5 : 8.6) * unitPx, listPxMin), listWidth / listEm)
  return {
    orientation: portrait ? 'portrait' : 'landscape',
    unitPx,
    headerPx,
    bannerPx,
    cardPx,
    waitingPx,
    nowPx,
    arrangement,
    numberPx,
    counterWidthPx:
      arrangement === 'below' ? roomWidth - arrowEm * counterEm * numberPx : roomWidth * (1 - besideShare),
    counterPx: numberPx * counterEm,
    listPx,
    listNameWidthPx: listWidth - (numberEm + listMarkEm) * listPx,
    rows: Math.max(1, Math.floor(listHeight / (listPx * rowEm))),
  }
}

/** The part of the height that one, two, three or more notices take. */
const noticeShares = { landscape: [0, 0.25, 0.3, 0.36, 0.38], portrait: [0, 0.22, 0.26, 0.32, 0.34] } as const
const noticeShareMin = 0.2
const cardShare = 0.2
const nowShare = 0.54
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
const rowEm = 1.28
/** The line above number and list, in units. */
const labelUnits = 5.5
