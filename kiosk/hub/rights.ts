import type { z } from 'zod'
import {
  agentCommandSchema,
  kioskCommandSchema,
  screenCommandSchema,
  staffCommandSchema,
  supervisorCommandSchema,
  type Actor,
  type Command,
} from '../../shared/commands.ts'
import type { Person } from '../../shared/wire.ts'
import type { Guard } from './guard.ts'
import type { Visitor } from './sockets.ts'

/** What a socket may order follows from where it comes from and what it can prove, never from what it says it is. */
export class Rights {
  readonly #guard: Guard

  constructor(guard: Guard) {
    this.#guard = guard
  }

  /** Who is signed in at this desk. */
  personAt(visitor: Visitor): Person | null {
    return visitor.hello.as === 'desk' && this.isTrusted(visitor) ? this.#guard.personOf(visitor.session) : null
  }

  /** Whether this machine or a device that was let in is behind it. */
  isTrusted({ isLocal, kiosk, hello }: Visitor): boolean {
    return isLocal || kiosk !== null || this.#guard.deviceOf('device' in hello ? hello.device : undefined) !== null
  }

  /** What it may order and as whom; null for nothing. */
  of(visitor: Visitor): Right | null {
    const { hello, kiosk } = visitor
    switch (hello.as) {
      case 'lobby':
        return { schema: screenCommandSchema, actor: () => ({ kind: 'screen', screen: hello.screen }) }
      case 'kiosk':
        return kiosk === null
          ? null
          : {
              schema: kioskCommandSchema,
              actor: ({ type }) =>
                type === 'ReportPainted' ? { kind: 'screen', screen: hello.screen } : { kind: 'kiosk', kiosk },
            }
      case 'agent':
        return kiosk === null ? null : { schema: agentCommandSchema, actor: () => ({ kind: 'agent', kiosk }) }
      case 'desk': {
        const person = this.personAt(visitor)
        if (!person) return null
        const schema = person.role === 'supervisor' ? supervisorCommandSchema : staffCommandSchema
        return { schema, actor: () => ({ kind: 'staff', name: person.name }) }
      }
      case 'status':
      case 'phone':
      case 'printer':
      case 'voice':
        return null
      default:
        return hello satisfies never
    }
  }
}

export interface Right {
  readonly schema: z.ZodType<Command>
  readonly actor: (command: Command) => Actor
}
