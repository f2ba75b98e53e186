import { parseOffice } from '../../shared/office.ts'
import { isSimplePin } from '../../shared/simple-pin.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import type { ControlAnswer, ControlRequest } from './control.ts'
import type { Guard } from './guard.ts'
import type { Submit } from './submit.ts'

/** What the hub does for the technician at the machine's own terminal, and the lines it answers with. */
export async function answerTechnician(
  { submit, guard, clock, randomness }: TechnicianParts,
  request: ControlRequest,
): Promise<ControlAnswer> {
  switch (request.type) {
    case 'import-office': {
      const office = parseOffice(request.office)
      if (!office.ok) return { ok: false, lines: [...office.flaws] }
      const command = { type: 'SetOffice', office: office.office } as const
      const answer = await submit.give(randomness.commandId(), { kind: 'hub' }, command)
      return answer.ok
        ? { ok: true, lines: ['The office document is in force.'] }
        : { ok: false, lines: [refusalText(answer.refusal, 'en', submit.state.office.timeZone, clock.now())] }
    }
    case 'set-pin': {
      const answer = await guard.setPin(request.name, request.pin)
      if (!answer.ok) return { ok: false, lines: [`Nobody here is called ${request.name}.`] }
      const changed = `${request.name} signs in with the new PIN from now on.`
      return {
        ok: true,
        lines: isSimplePin(request.pin) ? [changed, 'It is easy to guess: better give another.'] : [changed],
      }
    }
    default:
      return request satisfies never
  }
}

interface TechnicianParts {
  readonly submit: Pick<Submit, 'give' | 'state'>
  readonly guard: Guard
  readonly clock: Clock
  readonly randomness: Randomness
}
