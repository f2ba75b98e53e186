import { parse } from '../../hardware/emulator/parse.ts'
import type { Operation } from '../../hardware/emulator/operation.ts'
import { encodeLayout } from '../../hardware/printer/encode.ts'
import type { Layout } from '../../hardware/printer/layout.ts'
import type { PrinterProfile } from '../../hardware/printer/profiles.ts'
import { layoutPaper, type LaidOutPaper } from '../../hardware/printer/ticket.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import type { SetupPaper, TicketPaper } from '../../shared/views/printing.ts'

const [recording, printing] = exampleOffice.services
if (!recording || !printing) throw new Error('the example office has no services')

/** An ordinary ticket of the example office, at half past eight in Jakarta. */
export const ticket: TicketPaper = {
  kind: 'ticket',
  language: 'id',
  office: exampleOffice.name,
  heading: null,
  letter: recording.letter,
  service: recording.name,
  number: 'A012',
  class: 'regular',
  takenAt: Date.parse('2026-11-24T01:30:00Z'),
  timeZone: 'Asia/Jakarta',
  ahead: 4,
  wait: { minutesMin: 20, minutesMax: 40 },
  affected: null,
  bring: null,
  link: 'http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv',
  code: 'BDFG',
  closing: null,
  comeBack: null,
  copy: 0,
}

/** Everything a ticket can carry. */
export const fullTicket: TicketPaper = {
  ...ticket,
  letter: printing.letter,
  service: printing.name,
  number: 'B107',
  class: 'priority',
  copy: 2,
  bring: printing.bring ?? null,
  affected: {
    id: 'Pencetakan KTP-el sedang tidak dapat dilakukan. Nomor Anda tetap berlaku. Kabar berikutnya pukul 10.30.',
    en: 'Identity cards cannot be printed at the moment. Your number stays valid. Next news at 10:30.',
    su: 'Nyitak KTP-el keur teu tiasa. Nomer salira tetep lumaku. Wartos salajengna tabuh 10.30.',
  },
}

export const setupSlip: SetupPaper = {
  kind: 'setup',
  language: 'id',
  office: exampleOffice.name,
  code: 'KX7M-42QP',
  link: 'http://192.168.1.20:8080/desk',
}

/** A layout as a person would draw it: white on black in brackets, sizes other than one by one behind. */
export function drawn({ blocks }: Layout): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'logo':
          return '<logo>'
        case 'gap':
          return '\n'.repeat(block.lines - 1)
        case 'qr':
          return `<QR ${block.data} ${block.modules}x${block.moduleDots}>`
        case 'bar':
          return block.lines.map((line) => `[${line}]${block.scale === 1 ? '' : ` x${block.scale}`}`).join('\n')
        case 'cells':
          return block.rows.map((row) => row.trimEnd()).join('\n')
        default: {
          const text = block.runs.map((run) => (run.inverse ? `[${run.text}]` : run.text)).join('')
          const size = block.width === 1 && block.height === 1 ? '' : ` ${block.width}x${block.height}`
          return `${text}${size}${block.bold ? ' bold' : ''}`
        }
      }
    })
    .join('\n')
}

export async function operationsOf(paper: LaidOutPaper, profile: PrinterProfile): Promise<Operation[]> {
  return parse(await encodeLayout(layoutPaper(paper, profile), profile))
}
