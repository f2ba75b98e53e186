import { z } from 'zod'

/**
 * The names things go by inside: branded, so that a counter is never taken for a service. Each schema is the only way
 * to make one from something that came in.
 */
const name = (lengthMax: number) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens')
    .max(lengthMax)
    .refine(isFree, 'another name: this one has a meaning of its own')

/** Names are keys of records: those that every object has already would be lost or mistaken. */
function isFree(id: string): boolean {
  return !(id in Object.prototype)
}

export const serviceIdSchema = name(40).brand<'ServiceId'>()
export type ServiceId = z.infer<typeof serviceIdSchema>

export const systemIdSchema = name(40).brand<'SystemId'>()
export type SystemId = z.infer<typeof systemIdSchema>

export const counterIdSchema = name(20).brand<'CounterId'>()
export type CounterId = z.infer<typeof counterIdSchema>

/** A kiosk, with its printer. `main` is the machine the hub runs on. */
export const kioskIdSchema = name(40).brand<'KioskId'>()
export type KioskId = z.infer<typeof kioskIdSchema>
export const mainKiosk = kioskIdSchema.parse('main')

/** A window that shows something to people: one lobby TV, one kiosk screen, one desk. Made by the window itself. */
export const screenIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .refine(isFree)
  .brand<'ScreenId'>()
export type ScreenId = z.infer<typeof screenIdSchema>

/** The ticket's place in the ledger's count of all tickets ever given; unlike its number it is never used again. */
export const ticketIdSchema = z.int().min(1).brand<'TicketId'>()
export type TicketId = z.infer<typeof ticketIdSchema>

/** The secret in the ticket's QR code: 128 random bits or more, so that nobody finds a ticket by guessing. */
export const tokenSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,44}$/)
  .brand<'Token'>()
export type Token = z.infer<typeof tokenSchema>

/** Made by whoever gives the command; the same id again is the same command again. */
export const commandIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand<'CommandId'>()
export type CommandId = z.infer<typeof commandIdSchema>

/** Counted by the office: the first notice is 1. */
export const noticeIdSchema = z.int().min(1).brand<'NoticeId'>()
export type NoticeId = z.infer<typeof noticeIdSchema>

/** A local date of the office's time zone, `2026-11-24`. */
export const daySchema = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof daySchema>

/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number
export const epochMsSchema = z.int().min(0).max(8.64e15)
