import { constants, open, rm } from 'node:fs/promises'
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
  // A socket left by a hub that was killed; the ledger's lock has shown that no other one runs.
  await rm(path.join(data, socketName), { force: true })
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
  await atSocket(
    data,
    (address) =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        const mask = process.umask(0o177)
        server.listen(address, resolve)
        process.umask(mask)
      }),
  )
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Asks the hub whose data folder this is; null when none is running there. */
export async function askControl(data: string, request: ControlRequest): Promise<ControlAnswer | null> {
  try {
    return await atSocket(data, (address) => askAt(address, request))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null
    throw error
  }
}

function askAt(address: string, request: ControlRequest): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(address)
    socket.setEncoding('utf8')
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`))
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('error', reject)
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

/**
 * Does something with the socket of a data folder. The address of a Unix socket has room for 107 bytes (`sun_path`,
 * unix(7)); in a folder deeper than that it is reached by way of the opened folder, which Linux names shortly.
 */
async function atSocket<Result>(data: string, reach: (address: string) => Promise<Result>): Promise<Result> {
  const address = path.join(data, socketName)
  if (Buffer.byteLength(address) <= addressBytesMax || process.platform !== 'linux') return reach(address)
  const folder = await open(data, constants.O_DIRECTORY)
  try {
    return await reach(`/proc/self/fd/${folder.fd}/${socketName}`)
  } finally {
    await folder.close()
  }
}

const socketName = 'control.sock'
const addressBytesMax = 107

const requestLengthMax = 1_000_000
const idleMsMax = 10_000
