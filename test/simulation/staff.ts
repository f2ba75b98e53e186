import type { Command } from '../../shared/commands.ts'
import { counterIdSchema, type CounterId, type TicketId } from '../../shared/ids.ts'
import type { DeskTicket, DeskView } from '../../shared/views/desk.ts'
import type { Desk } from './desk.ts'
import type { Happening, Scene } from './happening.ts'

/** What staff do with people and papers. They go by what their desk shows, which may be old. */
export const staffWork: readonly Happening[] = [
  { weight: 40, happen: work },
  { weight: 6, happen: (scene) => atAnyCounter(scene) },
  { weight: 6, happen: raceForNext },
  { weight: 4, happen: callChosen },
  { weight: 4, happen: (scene) => withTicket(scene, 'HoldTicket', 'sets aside', 'anybody') },
  { weight: 4, happen: (scene) => withTicket(scene, 'ResumeTicket', 'brings back', 'set-aside') },
  { weight: 2, happen: (scene) => withTicket(scene, 'CancelTicket', 'cancels', 'anybody') },
  { weight: 4, happen: (scene) => withTicket(scene, 'SendTicketHome', 'sends home', 'anybody') },
  { weight: 3, happen: transfer },
  { weight: 6, happen: doubtedPaper },
  { weight: 3, happen: (scene) => withTicket(scene, 'PrintAgain', 'prints again', 'anybody') },
  { weight: 4, happen: slip },
]

type CounterOrder = Extract<Command, { counter: CounterId }>['type']
type TicketOrder = 'HoldTicket' | 'ResumeTicket' | 'CancelTicket' | 'SendTicketHome' | 'PrintAgain'

const does: Readonly<Record<Exclude<CounterOrder, 'CallTicket'>, string>> = {
  OpenCounter: 'opens',
  CloseCounter: 'closes',
  CallNext: 'calls the next person to',
  Recall: 'calls again at',
  UndoCall: 'takes back the call at',
  StartServing: 'begins to serve at',
  Finish: 'has finished at',
  ReopenVisit: 'brings the last visit back at',
  MarkNoShow: 'marks a no-show at',
}

/** What somebody at a counter does next, by what stands there. */
function work(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const { dice } = scene.world.stage
  const own = view.counters.filter(({ staff }) => staff === desk.name)
  const free = view.counters.filter(({ staff }) => staff === null)
  const from = own.length > 0 ? own : free
  if (from.length === 0) return false
  const { id, current } = dice.among(from)
  order(desk, id, dice.among(next[current?.state ?? 'nobody'] ?? next.nobody))
  return true
}

const next: { readonly [state: string]: readonly (keyof typeof does)[] } & Record<
  'nobody',
  readonly (keyof typeof does)[]
> = {
  nobody: ['CallNext', 'CallNext', 'CallNext', 'CallNext', 'CallNext', 'OpenCounter', 'CloseCounter', 'ReopenVisit'],
  called: ['StartServing', 'StartServing', 'StartServing', 'Recall', 'Recall', 'MarkNoShow', 'UndoCall', 'CallNext'],
  serving: ['Finish', 'Finish', 'Finish', 'CallNext', 'CallNext', 'CallNext', 'CloseCounter'],
}

/** Something that may well not fit. */
function atAnyCounter(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const { dice } = scene.world.stage
  const types = Object.keys(does) as (keyof typeof does)[]
  order(desk, dice.among(view.counters).id, dice.among(types))
  return true
}

function order(desk: Desk, counter: CounterId, type: keyof typeof does): void {
  void desk.order(`${does[type]} counter ${counter}`, { type, counter })
}

/** Two desks want the next person at the same moment, sometimes for the same counter. */
function raceForNext({ world }: Scene): boolean {
  const { dice } = world.stage
  const same = dice.chance(40)
  const desks = world.desks.filter(({ page }) => page.view !== null).slice(0, 2)
  desks.forEach((desk, i) => {
    order(desk, counterIdSchema.parse(same ? '1' : String(i + 1)), 'CallNext')
  })
  return desks.length > 0
}

function callChosen(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const ticket = view && someTicket(scene, [...view.services.flatMap(({ line }) => line), ...view.held, ...view.missed])
  if (!view || !ticket) return false
  const { id } = scene.world.stage.dice.among(view.counters)
  void desk.order(`calls ${ticket.number} to counter ${id}`, { type: 'CallTicket', counter: id, ticket: ticket.ticket })
  return true
}

function withTicket(scene: Scene, type: TicketOrder, does: string, who: 'anybody' | 'set-aside'): boolean {
  const [desk, view] = someDesk(scene)
  const aside = view ? [...view.held, ...view.missed] : []
  const here = view?.counters.flatMap(({ current }) => (current ? [current] : [])) ?? []
  const anybody = view ? [...view.services.flatMap(({ line }) => line.slice(0, 4)), ...here, ...aside] : []
  const ticket = someTicket(scene, who === 'anybody' ? anybody : aside)
  if (!ticket) return false
  void desk.order(`${does} ${ticket.number}`, { type, ticket: ticket.ticket })
  return true
}

function transfer(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const ticket =
    view &&
    someTicket(
      scene,
      view.services.flatMap(({ line }) => line),
    )
  if (!view || !ticket) return false
  const { id, letter } = scene.world.stage.dice.among(view.services)
  void desk.order(`sends ${ticket.number} over to ${letter}`, { type: 'TransferTicket', ticket: ticket.ticket, to: id })
  return true
}

/** The desk asks whether a paper came out: somebody looks, or prints a copy. */
function doubtedPaper(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const doubted = view && someTicket(scene, view.doubtedPapers)
  if (!doubted) return false
  const { ticket, number } = doubted
  if (scene.world.stage.dice.chance(50))
    void desk.order(`has seen the paper of ${number}`, { type: 'ConfirmPaper', ticket })
  else void desk.order(`prints ${number} again, which is in doubt`, { type: 'PrintAgain', ticket })
  return true
}

function slip(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const { dice } = scene.world.stage
  const { id: kiosk } = dice.among(scene.world.kiosks)
  const [notice] = view.notices
  desk.print(notice && dice.chance(60) ? { kind: 'notice', notice: notice.id, kiosk } : { kind: 'day-end', kiosk })
  return true
}

/** A desk, and what it shows if it shows anything. */
export function someDesk({ world }: Scene): readonly [Desk, DeskView | null] {
  const desk = world.stage.dice.among(world.desks)
  return [desk, desk.page.view]
}

function someTicket({ world }: Scene, tickets: readonly DeskTicket[]): { ticket: TicketId; number: string } | null {
  return tickets.length === 0 ? null : world.stage.dice.among(tickets)
}
