import { expect, test } from 'vitest'
import { boardLayout } from '../../display/lobby/board-layout.ts'
import {
  capitalMmPerMetre,
  capitalRatio,
  fontSizesFor,
  metresMax,
  viewingOf,
  type Screen,
} from '../../display/lobby/legibility.ts'

const fullHd: Screen = { width: 1920, height: 1080 }
const screens: readonly Screen[] = [
  { width: 1280, height: 720 },
  fullHd,
  { width: 3840, height: 2160 },
  { width: 720, height: 1280 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
]

test('a capital is 12.2 mm high for every metre, in the list half of that', () => {
  // A 55 inch picture of 1920 by 1080 has 0.634 mm to the pixel: 122 mm are 192 px.
  const { numberPx, listPx } = fontSizesFor({ inches: 55, metres: 10 }, fullHd)
  expect([Math.round(numberPx * capitalRatio), Math.round(listPx * capitalRatio)]).toEqual([192, 96])
})

test('the distance a size can be read from is the one the size was worked out for', () => {
  const { numberPx, listPx } = fontSizesFor({ inches: 43, metres: 7 }, fullHd)
  expect(metresMax(43, fullHd, numberPx, listPx)).toBeCloseTo(7)
  expect(metresMax(43, fullHd, numberPx, listPx / 2)).toBeCloseTo(3.5)
})

test('a screen that can be read from the back of the hall keeps its sizes whatever is announced', () => {
  const viewing = { inches: 55, metres: 9 }
  const wanted = fontSizesFor(viewing, fullHd)
  const results = [0, 1, 2, 3, 4, 12].map((notices) => {
    const { numberPx, listPx, bannerPx, reach } = boardLayout(fullHd, notices, false, viewing)
    return {
      isNumberReadable: numberPx >= wanted.numberPx,
      isListReadable: listPx >= wanted.listPx,
      isBannerAFifth: notices === 0 || bannerPx >= fullHd.height / 5,
      fits: reach?.fits,
    }
  })
  expect(results).toEqual(
    results.map(() => ({ isNumberReadable: true, isListReadable: true, isBannerAFifth: true, fits: true })),
  )
})

test('where the hall leaves room, notices keep what they need, and only the waiting figures give way', () => {
  const hall = { inches: 55, metres: 10 }
  const found = ([fullHd, { width: 1080, height: 1920 }] as const).map((screen) => {
    const { bannerPx, reach, numberPx } = boardLayout(screen, 1, false, hall, undefined, screen.height * 0.4)
    const isReadable = numberPx >= fontSizesFor(hall, screen).numberPx
    return { fits: reach?.fits, isReadable, isBannerKept: bannerPx >= screen.height * 0.29 }
  })
  expect(found).toEqual(found.map(() => ({ fits: true, isReadable: true, isBannerKept: true })))
})

test('a hall deeper than the screen can serve does not cost the notices their words', () => {
  const shares = ([fullHd, { width: 1080, height: 1920 }] as const).map((screen) => {
    const { bannerPx } = boardLayout(screen, 1, false, { inches: 32, metres: 30 })
    return bannerPx / screen.height >= 0.3
  })
  expect(shares).toEqual([true, true])
})

test('a notice gets the height it asks for, from a fifth to its share, beside a number that stays comfortable', () => {
  const layouts = [0.05, 0.35, 0.9].map((share) => boardLayout(fullHd, 1, false, null, undefined, share * 1080))
  expect(layouts.map(({ bannerPx }) => Math.round((bannerPx / 1080) * 100))).toEqual([20, 35, 46])
  expect(layouts.map(({ numberPx, rows }) => numberPx >= 172 && rows >= 2)).toEqual([true, true, true])
})

test('a place in the list is wide enough for a counter with its number on one line', () => {
  const halls = [null, { inches: 55, metres: 9 }, { inches: 55, metres: 10 }, { inches: 43, metres: 20 }]
  const narrow = screens.flatMap((screen) =>
    halls.flatMap((hall) =>
      [0, 1, 4]
        .map((notices) => boardLayout(screen, notices, false, hall))
        .filter(({ listPx, listNameWidthPx }) => listNameWidthPx < 2.4 * listPx),
    ),
  )
  expect(narrow).toEqual([])
})

test('a screen too small for the hall says how far it can be read', () => {
  const { reach, numberPx, listPx } = boardLayout(fullHd, 0, false, { inches: 32, metres: 20 })
  expect(reach).toEqual({ metres: 20, metresMax: expect.any(Number), fits: false })
  expect(reach?.metresMax).toBeGreaterThan(3)
  expect(reach?.metresMax).toBeLessThanOrEqual(metresMax(32, fullHd, numberPx, listPx))
})

test('what works again, what is planned and that the day is not confirmed have a place of their own, and the parts still fit', () => {
  const calms = [
    { recoveries: 1, isPlanned: false, isUnconfirmed: false },
    { recoveries: 5, isPlanned: true, isUnconfirmed: true },
    { recoveries: 0, isPlanned: true, isUnconfirmed: true },
  ]
  const faults = screens.flatMap((screen) =>
    [0, 1, 2, 4, 12].flatMap((notices) =>
      calms.flatMap((calm) => {
        // What is planned waits until nothing else is to be told.
        if (calm.recoveries === 0 && notices > 0) return []
        const layout = boardLayout(screen, notices, false, null, calm)
        const { headerPx, bannerPx, calmPx, waitingPx, nowHeightPx, numberPx, listPx, unitPx } = layout
        const rules: Readonly<Record<string, boolean>> = {
          'a line of 28 of 1080 px fits': calmPx - 2.4 * unitPx > 1.9 * 2.6 * unitPx,
          'a heading of 40 px and a line fit': calm.recoveries === 0 || calmPx - 2.4 * unitPx > 4.5 * 2.6 * unitPx,
          'parts fit': headerPx + bannerPx + calmPx + waitingPx + nowHeightPx < screen.height,
          'number is largest': numberPx > listPx,
          'the header has a line more': headerPx > boardLayout(screen, notices, false).headerPx || !calm.isUnconfirmed,
        }
        return Object.keys(rules)
          .filter((rule) => !rules[rule])
          .map((rule) => `${rule}: ${screen.width}x${screen.height}, ${notices} notices, ${JSON.stringify(calm)}`)
      }),
    ),
  )
  expect(faults).toEqual([])
})

test('without a distance nothing is promised', () => {
  expect(boardLayout(fullHd, 2, false).reach).toBeNull()
})

test('on every screen the parts fit into its height and the number stays the largest thing', () => {
  const cases = screens.flatMap((screen) =>
    [false, true].flatMap((isCutOff) => [0, 1, 2, 3, 4, 12].map((notices) => ({ screen, isCutOff, notices }))),
  )
  const faults = cases.flatMap(({ screen, isCutOff, notices }) => {
    const layout = boardLayout(screen, notices, isCutOff)
    const { headerPx, bannerPx, cardPx, waitingPx, nowHeightPx, numberPx, listPx, counterPx, rows, rowPx } = layout
    const labelPx = 5.5 * layout.unitPx
    const numberBlockPx = labelPx + numberPx + (layout.arrangement === 'below' ? counterPx : 0)
    const rules: Readonly<Record<string, boolean>> = {
      'parts fit': headerPx + bannerPx + cardPx + waitingPx + nowHeightPx < screen.height,
      'number and counter fit': numberBlockPx < nowHeightPx,
      'list fits': layout.orientation === 'portrait' || labelPx + rows * rowPx < nowHeightPx,
      'rows do not touch': rowPx >= listPx * 1.1 || rows === 1,
      'number is largest': numberPx > listPx,
      'banner is a fifth': notices === 0 || bannerPx >= screen.height / 5,
    }
    return Object.keys(rules)
      .filter((rule) => !rules[rule])
      .map((rule) => `${rule}: ${screen.width}x${screen.height}, ${notices} notices, cut off: ${isCutOff}`)
  })
  expect(faults).toEqual([])
})

test('the installer gives diagonal and distance in the address, and nonsense is not taken', () => {
  expect([
    viewingOf('?inches=55&metres=10'),
    viewingOf('?inches=55'),
    viewingOf('?inches=0&metres=10'),
    viewingOf('?inches=55&metres=far'),
    viewingOf(''),
  ]).toEqual([{ inches: 55, metres: 10 }, null, null, null, null])
})

test('the figures are those of EN 301 549: 0.7 degrees', () => {
  expect(1_000 * Math.tan((0.7 * Math.PI) / 180)).toBeCloseTo(capitalMmPerMetre, 1)
})
