import type { Screen } from './legibility.ts'
import { nameSizePx } from './name-size.ts'

/**
 * Where everything goes on a screen of notices alone, in CSS pixels: the services get as little of the height as keeps
 * their words readable across a street, and the notices all the rest. Without notices it is the services that are large.
 */
export interface NoticesLayout {
  /** What stands above the services: the banner, or the one sentence in its place. */
  readonly saidPx: number
  readonly columns: number
  readonly rowPx: number
  readonly cellWidthPx: number
  readonly markPx: number
  readonly namePx: number
  readonly standingPx: number
}

export interface ServiceWords {
  readonly name: string
  readonly standing: string
}

/** `heightPx` is what header, card and calm lines leave, margins taken off; `above` is what stands above the services. */
export function noticesLayout(
  screen: Screen,
  heightPx: number,
  services: readonly ServiceWords[],
  above: keyof typeof shares,
): NoticesLayout {
  const unitPx = Math.min(screen.width, screen.height) / 100
  const widthPx = screen.width - 2 * marginUnits * unitPx
  const titlePx = titleUnits * unitPx
  const possible = shares[above].map((share) => ({
    ...grid(services, widthPx, heightPx * share - titlePx, unitPx),
    saidPx: heightPx * (1 - share) - marginUnits * unitPx,
  }))
  const readable = possible.find(({ standingPx }) => standingPx >= standingUnitsMin * unitPx)
  return readable ?? possible.reduce((_, largest) => largest)
}

/** As many columns as make the words largest. */
function grid(
  services: readonly ServiceWords[],
  widthPx: number,
  heightPx: number,
  unitPx: number,
): Omit<NoticesLayout, 'saidPx'> {
  const gap = gapUnits * unitPx
  const possible = Array.from({ length: Math.min(columnsMax, Math.max(1, services.length)) }, (_, i) => {
    const columns = i + 1
    const rows = Math.max(1, Math.ceil(services.length / columns))
    const rowPx = (heightPx - (rows - 1) * gap) / rows
    const cellWidthPx = (widthPx - (columns - 1) * gap) / columns
    const markPx = Math.min(rowPx * 0.4, cellWidthPx * 0.14, 7 * unitPx)
    const textPx = cellWidthPx - markEm * markPx - paddings * unitPx
    const room = rowPx - paddings * unitPx
    const sizes = services.map(({ name, standing }) => ({
      name: nameSizePx(name, textPx, room * nameShare),
      standing: nameSizePx(standing, textPx - iconUnits * unitPx, room * standingShare, 1),
    }))
    const namePx = Math.min(nameUnitsMax * unitPx, ...sizes.map((size) => size.name))
    const standingPx = Math.min(namePx, ...sizes.map((size) => size.standing))
    return { columns, rowPx, cellWidthPx, markPx, namePx, standingPx }
  })
  // A last row that is nearly empty is worth a little of the size.
  const worth = ({ columns, standingPx }: (typeof possible)[number]) =>
    standingPx * (services.length / (columns * Math.ceil(services.length / columns))) ** 0.25
  return possible.reduce((best, other) => (worth(other) > worth(best) ? other : best))
}

const marginUnits = 2.4
const gapUnits = 1
const titleUnits = 5
const paddings = 2.4
const iconUnits = 4
/** A mark with letter and pictogram beside each other, for its font size. */
const markEm = 3.6
const nameShare = 0.52
const standingShare = 0.36
const nameUnitsMax = 5
/** 26 px of 1080. */
const standingUnitsMin = 2.4
const columnsMax = 6
/** The services' part of the height, the most wanted first. */
const shares = {
  notices: [0.26, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5],
  sentence: [0.7],
  nothing: [1],
} as const
