import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/**
 * How a technician at this machine's terminal speaks to the running hub: one JSON line each way, over a Unix socket
 * in the data folder that only the hub's own user can open. The network never reaches it.
 */
export const controlRequestSchema = z.discriminatedUnion('type', [
  /** `office` is the document as it was written. */
  z.strictObject({ type: z.literal('import-office'), office: z.unknown() }),
  z.strictObject({ type: z.literal('set-pin'), name: z.string(), pin: z.string().regex(/^\d{6}$/, 'six digits') }),
])
export type ControlRequest = z.infer<typeof controlRequestSchema>

const controlAnswerSchema = z.strictObject({ ok: z.boolean(), lines: z.array(z.string()) })
export type ControlAnswer = Readonly<z.infer<typeof controlAnswerSchema>>

export async function openControl(
  data: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<{ close(): Promise<void> }> {
  const file = controlFile(data)
  // A socket left by a hub that was killed; the ledger's lock has shown that no other one runs.
  await rm(file, { force: true })
  const server: Server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8').setTimeout(idleMsMax, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('data', (part: string) => {
      text += part
      if (text.length > requestLengthMax) return socket.destroy()
      const end = text.indexOf('\n')
      if (end < 0) return
      reply(text.slice(0, end), answer).then(
        (answered) => socket.end(`${JSON.stringify(answered)}\n`),
        () => socket.destroy(),
      )
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const mask = process.umask(0o177)
    server.listen(file, resolve)
    process.umask(mask)
  })
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Asks the hub whose data folder this is; null when none is running there. */
export function askControl(data: string, request: ControlRequest): Promise<ControlAnswer | null> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(controlFile(data))
    socket.setEncoding('utf8')
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`))
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
    socket.on('end', () => {
      try {
        resolve(controlAnswerSchema.parse(JSON.parse(text)))
      } catch (error) {
        reject(error)
      }
    })
  })
}

async function reply(
  line: string,
  answer: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<ControlAnswer> {
  const request = controlRequestSchema.safeParse(JSON.parse(line))
  if (request.success) return answer(request.data)
  return { ok: false, lines: request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}

function controlFile(data: string): string {
  return path.join(data, 'control.sock')
}

const requestLengthMax = 1_000_000
const idleMsMax = 10_000
