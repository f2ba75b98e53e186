import { serviceIdSchema, systemIdSchema } from '../../shared/ids.ts'
import { noticeKinds, type NoticeContent } from '../../shared/notice.ts'
import type { Happening, Scene } from './happening.ts'
import { changedOffice } from './offices.ts'
import { someDesk } from './staff.ts'

/** What is said to the public, and the office as a whole: notices, planned ones, sending home, the day and the document. */
export const notices: readonly Happening[] = [
  { weight: 7, happen: raise },
  { weight: 3, happen: update },
  { weight: 9, happen: resolve },
  { weight: 4, happen: schedule },
  { weight: 2, happen: changeScheduled },
  { weight: 4, happen: sendHome },
  { weight: 1, happen: moveWaiting },
  { weight: 2, happen: confirmDay },
  { weight: 5, happen: confirmDate },
  { weight: 1, happen: words },
  { weight: 1, happen: setOffice },
]

function raise(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const content = someContent(scene)
  void desk.order(`raises a notice: ${describe(content)}`, { type: 'RaiseNotice', content })
  return true
}

function update(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const notice = view?.notices[scene.world.stage.dice.below(Math.max(1, view.notices.length))]
  if (!notice) return false
  const content = someContent(scene)
  void desk.order(`changes notice ${notice.id}: ${describe(content)}`, {
    type: 'UpdateNotice',
    notice: notice.id,
    content,
  })
  return true
}

function resolve(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const { dice } = scene.world.stage
  const notice = view?.notices[dice.below(Math.max(1, view.notices.length))]
  if (!notice) return false
  const type = dice.chance(75) ? 'ResolveNotice' : 'WithdrawNotice'
  void desk.order(`${type === 'ResolveNotice' ? 'resolves' : 'withdraws'} notice ${notice.id}`, {
    type,
    notice: notice.id,
  })
  return true
}

function schedule(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const inMs = scene.world.stage.dice.between(5_000, 120_000)
  const content = someContent(scene)
  const raiseAt = scene.world.hub.machine.now() + inMs
  const sentence = `sets a notice for ${Math.round(inMs / 1000)} s from now: ${describe(content)}`
  void desk.order(sentence, { type: 'ScheduleNotice', content, raiseAt })
  return true
}

function changeScheduled(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  const { dice } = scene.world.stage
  const planned = view?.scheduled[0]
  if (!planned) return false
  const { id: notice, content } = planned
  if (dice.chance(50)) void desk.order(`shows the planned notice ${notice} now`, { type: 'RaiseScheduled', notice })
  else {
    const raiseAt = scene.world.hub.machine.now() + dice.between(1_000, 60_000)
    void desk.order(`moves the planned notice ${notice}`, { type: 'RescheduleNotice', notice, content, raiseAt })
  }
  return true
}

function sendHome(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const service = scene.world.stage.dice.among(view.services)
  void desk.order(`sends everybody home who waits for ${service.letter}`, { type: 'SendHome', services: [service.id] })
  return true
}

function moveWaiting(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view) return false
  const { dice } = scene.world.stage
  const [from, to] = [dice.among(view.services), dice.among(view.services)]
  const command = { type: 'MoveWaiting', from: from.id, to: to.id } as const
  void desk.order(`moves everybody from ${from.letter} to ${to.letter}`, command)
  return true
}

function confirmDay(scene: Scene): boolean {
  const [desk, view] = someDesk(scene)
  if (!view || view.confirmed) return false
  void desk.order("confirms the day's services", { type: 'ConfirmDay' })
  return true
}

/** Only a supervisor is asked, and only where the date is in doubt. */
function confirmDate({ world }: Scene): boolean {
  const [desk] = world.desks
  const day = desk?.page.view?.doubtedDate
  if (!desk || !day) return false
  void desk.order(`says that ${day} is right`, { type: 'ConfirmDate', day })
  return true
}

function words({ world }: Scene): boolean {
  const [desk] = world.desks
  const view = desk?.page.view
  if (!desk || !view) return false
  const words = { ...view.ticketWords, showWait: !view.ticketWords.showWait }
  void desk.order('changes the words on the ticket', { type: 'SetTicketWords', words })
  return true
}

function setOffice({ world }: Scene): boolean {
  const run = world.hub.run
  if (!run) return false
  world.stage.diary.tell('the technician puts another office document in force')
  // Whether it is answered or not, nobody waits for it who could lose something.
  void run.setOffice(changedOffice(run.submit.state.office, world.stage.dice)).catch(() => undefined)
  return true
}

function someContent({ world }: Scene): NoticeContent {
  const { dice } = world.stage
  const now = world.hub.machine.now()
  const kind = dice.among(noticeKinds)
  const services = ['cards', 'letters', 'pick-up'].map((id) => serviceIdSchema.parse(id)).slice(dice.below(3))
  const scope = dice.chance(30)
    ? { office: true, services: [], systems: [] }
    : dice.chance(50)
      ? { office: false, services: [], systems: [systemIdSchema.parse('server')] }
      : { office: false, services: services.slice(0, dice.between(1, 2)), systems: [] }
  return {
    kind,
    scope,
    cause: dice.chance(50) ? null : { id: 'Gangguan jaringan', en: 'Network fault', su: 'Gangguan jaringan' },
    instruction: null,
    since: null,
    expectedEnd: dice.chance(40) ? now + dice.between(30_000, 7_200_000) : null,
    nextNews: dice.chance(40) ? now + dice.between(30_000, 3_600_000) : null,
    newTickets: dice.among(['stop', 'warn', 'give']),
    waiting: dice.chance(40) ? 'hold' : 'keep',
  }
}

function describe({ kind, scope, newTickets, waiting }: NoticeContent): string {
  const what = scope.office ? 'the whole office' : [...scope.services, ...scope.systems].join(', ')
  return `${kind} of ${what}, new numbers: ${newTickets}, waiting: ${waiting}`
}
