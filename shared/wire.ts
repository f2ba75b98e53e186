import { z } from 'zod'
import { noticeContentSchema } from './notice.ts'
import { commandIdSchema, kioskIdSchema, noticeIdSchema, screenIdSchema, tokenSchema, type EpochMs } from './ids.ts'
import type { MediaAnswer, MediaRequest } from './media-orders.ts'
import type { TicketWords } from './office.ts'
import type { Answer } from './outcome.ts'
import type { Refusal } from './refusals.ts'
import { languageSchema, lineSchema } from './text.ts'
import type { DeskView } from './views/desk.ts'
import type { KioskView } from './views/kiosk.ts'
import type { LobbyView } from './views/lobby.ts'
import type { PhoneView } from './views/phone.ts'
import type { AgentView, SlipPaper, TicketPaper } from './views/printing.ts'
import type { StatusView } from './views/status.ts'
import type { VoiceView } from './voice/wanted.ts'

/**
 * Everything that crosses a socket.
 *
 * W-1  A socket says once, in its handshake, what it is (`Hello`); the hub decides what that may see and do.
 * W-2  The hub sends whole views, each with the hub's epoch and a version that only grows within it. A screen keeps
 *      the newest and drops an older one; a new epoch means that the hub was restarted and everything counts afresh.
 * W-3  A beat comes every `beatMs`; it carries the version, so that a screen that missed a view asks for it.
 * W-4  A command carries an id made by the sender; sent again with the same id it is answered the same.
 * W-5  Every answer is either `ok` or a named refusal. Nothing a sender can send ends the hub or another connection.
 */
export const wireLimits = {
  beatMs: 5_000,
  /** Bytes of one message to the hub. */
  messageBytesMax: 64 * 1024,
  /** Silence after which a screen counts as cut off, in ms. */
  silenceMsMax: 12_000,
} as const

const secretSchema = z.string().max(100)

export const helloSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('lobby'), screen: screenIdSchema, device: secretSchema.optional() }),
  z.strictObject({ as: z.literal('kiosk'), screen: screenIdSchema, device: secretSchema.optional() }),
  z.strictObject({ as: z.literal('status') }),
  z.strictObject({ as: z.literal('phone'), token: tokenSchema }),
  z.strictObject({
    as: z.literal('desk'),
    screen: screenIdSchema,
    device: secretSchema.optional(),
    session: secretSchema.optional(),
  }),
  z.strictObject({ as: z.literal('agent'), kiosk: kioskIdSchema.optional(), device: secretSchema.optional() }),
  /** The page of the built-in printer, and the voice; let in only on the hub's own machine. */
  z.strictObject({ as: z.literal('printer') }),
  z.strictObject({ as: z.literal('voice') }),
])
export type Hello = z.infer<typeof helloSchema>

/** A command on its way; the command itself is parsed by the schema of whoever may give it. */
export const commandMessageSchema = z.strictObject({ id: commandIdSchema, command: z.unknown() })
export interface CommandMessage {
  readonly id: string
  readonly command: unknown
}

export type View = LobbyView | KioskView | DeskView | PhoneView | StatusView | AgentView | VoiceView

export interface ViewMessage<V extends View = View> {
  readonly epoch: string
  readonly version: number
  /** The hub's clock when the view was made. */
  readonly at: EpochMs
  readonly view: V
}

export interface Beat {
  readonly epoch: string
  readonly version: number
  readonly at: EpochMs
}

/** Who sits at this desk, and what the door still asks of them. */
export type DeskDoor =
  /** Nobody has set the office up yet: the setup code is asked for. */
  | { readonly state: 'set-up' }
  /** This tablet is not known: its pairing code is shown, to be typed at a desk that is signed in. */
  | { readonly state: 'unpaired'; readonly pairingCode: string }
  | { readonly state: 'sign-in' }
  | { readonly state: 'signed-in'; readonly name: string; readonly role: StaffRole; readonly people: readonly Person[] }

export const staffRoles = ['supervisor', 'staff'] as const
export type StaffRole = (typeof staffRoles)[number]

export interface Person {
  readonly name: string
  readonly role: StaffRole
}

const nameSchema = lineSchema(40)
const pinSchema = z.string().regex(/^\d{6}$/, 'six digits')

/** What a desk says at the door, before and around its commands. */
export const doorMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SetUp'), code: z.string().max(40), name: nameSchema, pin: pinSchema }),
  z.strictObject({ type: z.literal('SignIn'), name: nameSchema, pin: pinSchema }),
  z.strictObject({ type: z.literal('SignOut') }),
  /** A signed-in supervisor lets a device in by the code it shows. */
  z.strictObject({ type: z.literal('PairDevice'), code: z.string().max(40), name: nameSchema }),
  z.strictObject({ type: z.literal('AddPerson'), name: nameSchema, pin: pinSchema, role: z.enum(staffRoles) }),
  z.strictObject({ type: z.literal('RemovePerson'), name: nameSchema }),
  /** Said at a kiosk: whoever holds the outage key down raises a notice there, before anybody is at a desk. */
  z.strictObject({ type: z.literal('RaiseByKey'), name: nameSchema, pin: pinSchema, content: noticeContentSchema }),
])
export type DoorMessage = z.infer<typeof doorMessageSchema>

export type DoorAnswer =
  | { readonly ok: true; readonly session?: string; readonly device?: string }
  | { readonly ok: false; readonly refusal: Refusal }

/** A paper that somebody asks a kiosk's printer for: the first two at a desk, the last on the page of the printer. */
export const slipRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), notice: noticeIdSchema, kiosk: kioskIdSchema }),
  z.strictObject({ kind: z.literal('day-end'), kiosk: kioskIdSchema }),
  z.strictObject({ kind: z.literal('test-strip'), language: languageSchema }),
])
export type SlipRequest = Readonly<z.infer<typeof slipRequestSchema>>

/** `ok` once the kiosk's agent has taken it on: it prints it as soon as its printer is well. */
export type SlipAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** How a kiosk's own printer would print the office's ticket, as the address of a picture (`data:image/png;…`). */
export type PreviewAnswer =
  | { readonly ok: true; readonly picture: string }
  | { readonly ok: false; readonly refusal: Refusal }

/** What a TV says of itself whenever it changes. */
export const screenReportSchema = z.strictObject({
  /** Of the page it runs. */
  version: z.string().max(60),
  widthPx: z.int().min(0).max(20_000),
  heightPx: z.int().min(0).max(20_000),
  /** `off`: the browser waits for a touch before it lets anything be heard. */
  sound: z.enum(['on', 'off']),
  /** The call that stands on the board; null where none does. */
  call: z.int().min(1).nullable(),
  /** Whether the called number is large enough for the hall's distance; null where nobody has said how far that is. */
  isLegible: z.boolean().nullable(),
  /** Whether pictures, videos or slides stand in place of the large number; pages of before do not say so. */
  media: z.boolean().optional(),
})
export type ScreenReport = Readonly<z.infer<typeof screenReportSchema>>

/** What a desk may ask of a TV: to load its page anew, or to show its name in large letters for a while. */
export const screenOrderSchema = z.strictObject({ screen: screenIdSchema, order: z.enum(['reload', 'show-name']) })
export type ScreenOrder = Readonly<z.infer<typeof screenOrderSchema>>

/** `ok` once the screen has heard it. */
export type ScreenAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** A kiosk or TV that is not known yet gets a code to show; once it is let in, a device token to keep. */
export type DeviceDoor =
  | { readonly state: 'unpaired'; readonly pairingCode: string }
  | { readonly state: 'paired'; readonly device: string }

/** What the main kiosk's agent prints on: a real printer, or the built-in one as it is at this moment. */
export const machineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real') }),
  z.strictObject({
    kind: z.literal('built-in'),
    powered: z.boolean(),
    plugged: z.boolean(),
    coverOpen: z.boolean(),
    cutterJammed: z.boolean(),
    paper: z.enum(['in', 'low', 'out']),
  }),
])
export type Machine = Readonly<z.infer<typeof machineSchema>>
/** `none`: no agent has said anything. */
export type MachineShown = Machine | { readonly kind: 'none' }

/** What somebody can do to the built-in printer, as hands do it to a real one. */
export const handSchema = z.enum([
  'open-cover',
  'close-cover',
  'take-paper-out',
  'put-paper-in',
  'unplug',
  'plug',
  'jam-cutter',
  'free-cutter',
  'power-cycle',
  'tear-off',
])
export type Hand = z.infer<typeof handSchema>

/** Whether the agent has done it; `no-machine` when no built-in printer is there. */
export type HandAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not-allowed' | 'not-understood' | 'no-machine' | 'no-answer' }

export interface ServerToClient {
  view: (message: ViewMessage) => void
  beat: (beat: Beat) => void
  door: (door: DeskDoor) => void
  device: (door: DeviceDoor) => void
  /** A slip for the machine's own agent to print; acknowledged as soon as it is taken on. */
  slip: (paper: SlipPaper, taken: () => void) => void
  /** To a TV, from a desk. */
  screen: (order: ScreenOrder['order'], heard: () => void) => void
  /** A ticket for the machine's own agent to draw as its printer would print it; null where it cannot. */
  preview: (paper: TicketPaper, drawn: (picture: string | null) => void) => void
  /** To the page of the built-in printer. */
  machine: (machine: MachineShown) => void
  /** To the agent with the built-in printer. */
  hand: (hand: Hand, done: () => void) => void
}

export interface ClientToServer {
  command: (message: CommandMessage, answer: (answer: Answer) => void) => void
  door: (message: DoorMessage, answer: (answer: DoorAnswer) => void) => void
  refresh: () => void
  slip: (request: SlipRequest, answer: (answer: SlipAnswer) => void) => void
  /** From a TV: how it is. */
  report: (report: ScreenReport) => void
  screen: (order: ScreenOrder, answer: (answer: ScreenAnswer) => void) => void
  /** How the ticket would look with these words of the office; asked at a desk. */
  preview: (words: TicketWords, answer: (answer: PreviewAnswer) => void) => void
  /** From a desk: about the pictures, videos and slides for the TVs. */
  media: (order: MediaRequest, answer: (answer: MediaAnswer) => void) => void
  /** From the agent with the built-in printer. */
  machine: (machine: Machine, taken: () => void) => void
  /** From the page of the built-in printer. */
  hand: (hand: Hand, answer: (answer: HandAnswer) => void) => void
}
