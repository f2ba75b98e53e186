import type { PaperTrouble } from '../../shared/commands.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { DeskKey } from './desk-context.ts'

/**
 * What should be done about the office's ticket machines, one line a machine that needs somebody. Machines are counted
 * in the order the view gives them: "ticket machine 1".
 */
export interface PrinterLine {
  readonly machine: number
  readonly key: DeskKey
  /** No paper comes out until it is done. */
  readonly meanwhile: boolean
}

export function printerLines(printers: DeskView['printers']): readonly PrinterLine[] {
  return printers.flatMap(({ printer }, i): readonly PrinterLine[] => {
    const machine = i + 1
    switch (printer.state) {
      case 'ready':
        return printer.paperLow ? [{ machine, key: 'printer_paper_low', meanwhile: false }] : []
      case 'trouble':
        return [{ machine, key: keys[printer.trouble], meanwhile: true }]
      case 'absent':
        return [{ machine, key: 'printer_absent', meanwhile: true }]
      default:
        return printer satisfies never
    }
  })
}

const keys: Readonly<Record<PaperTrouble, DeskKey>> = {
  'paper-out': 'printer_paper_out',
  'cover-open': 'printer_cover_open',
  cutter: 'printer_cutter',
  overheated: 'printer_overheated',
  offline: 'printer_offline',
  unplugged: 'printer_unplugged',
  'no-permission': 'printer_technician',
  'busy-elsewhere': 'printer_technician',
  garbled: 'printer_off_and_on',
  error: 'printer_off_and_on',
  'no-answer': 'printer_off_and_on',
  closed: 'printer_off_and_on',
}
