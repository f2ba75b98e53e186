import type { DayCounts, DayEndPaper } from '../../shared/views/printing.ts'
import { say } from '../../shared/words/say.ts'
import { spell } from './code-page.ts'
import { type Block, type Line, wrapEvenly } from './layout.ts'
import { charactersMax, columnsWide, dateParts, gap, moment, plain, words } from './paper-parts.ts'
import type { PrinterProfile } from './profiles.ts'

/** A day in four columns of figures, one service after the other; every figure is whole on the narrowest paper. */
export function dayEndBlocks(paper: DayEndPaper, profile: PrinterProfile): Block[] {
  const { language } = paper
  const { columns } = profile
  const text = (sentence: string) => spell(sentence.slice(0, charactersMax), profile.codePage)
  const centered = (sentence: string, linesMax = 3) =>
    wrapEvenly(text(sentence), columns, linesMax).map((line) => plain(line))
  const left = (line: string, bold = false): Line => ({ ...plain(line), align: 'left', bold })
  const cell = Math.floor(columns / 4)
  const row = (cells: readonly string[]) => cells.map((one) => one.slice(0, cell - 1).padStart(cell)).join('')
  const figures = ({ given, served, missed, unserved }: DayCounts) =>
    left(row([given, served, missed, unserved].map(String)))
  const names = (['day_given', 'day_served', 'day_missed', 'day_unserved'] as const).map((key) =>
    text(say(words, language, key)),
  )
  const weekday = new Date(`${paper.day}T00:00:00Z`).getUTCDay()
  const line = left('-'.repeat(columns))

  return [
    ...centered(paper.office[language]),
    gap,
    { ...plain(text(say(words, language, 'day_title'))), bold: true, ...(columns >= columnsWide && doubled(profile)) },
    ...centered(say(words, language, 'date', dateParts(paper.day, weekday, language))),
    gap,
    left(row(names), true),
    line,
    ...paper.services.flatMap(({ letter, service, ...counts }) => [
      left(text(`${letter} ${service[language]}`).slice(0, columns)),
      figures(counts),
    ]),
    line,
    left(text(say(words, language, 'day_all')).slice(0, columns), true),
    { ...figures(paper.all), bold: true },
    gap,
    ...centered(say(words, language, 'day_legend'), 4),
    gap,
    ...centered(say(words, language, 'day_printed', { moment: moment(paper.printedAt, paper.timeZone, language) })),
  ]
}

function doubled({ heightMax }: PrinterProfile): Partial<Line> {
  return heightMax >= 2 ? { width: 2, height: 2 } : {}
}
