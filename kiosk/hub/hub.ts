import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { dueOrders } from '../../shared/due.ts'
import type { Recorded } from '../../shared/events.ts'
import type { OfficeState } from '../../shared/state.ts'
import { repeat, type Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import { Audiences } from './audiences.ts'
import { PairingCodes } from './devices.ts'
import { openControl } from './control.ts'
import { Door } from './door.ts'
import { openGateway } from './gateway.ts'
import { makeServer } from './sockets.ts'
import { openGuardFile } from './guard-file.ts'
import { Guard } from './guard.ts'
import type { Health } from './health.ts'
import { isLocked } from './ledger-locked.ts'
import type { Damage, Ledger } from './ledger.ts'
import type { Log } from './log.ts'
import { machineDocuments } from './machine-documents.ts'
import { MediaFolder } from './media/media-folder.ts'
import { MediaOrders } from './media/media-orders.ts'
import { freeBytesOf, Uploads } from './media/uploads.ts'
import { NoticePages } from './notice-page/notice-pages.ts'
import { readOfficeFile } from './office-file.ts'
import { networkAddress, originsOf } from './origins.ts'
import { pagesOf } from './pages.ts'
import { Presence } from './presence.ts'
import { Recordings } from './recordings.ts'
import { openSqliteLedger } from './sqlite-ledger.ts'
import { Submit } from './submit.ts'
import { answerTechnician } from './technician.ts'

/**
 * The office's one source of truth, put together: ledger, submit loop, guard, sockets and pages. Everything it needs
 * of the world is handed in.
 */
export interface HubOptions {
  readonly data: string
  /** Folder of the built pages. */
  readonly web: string
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly office: string | undefined
  readonly setupCode: string | undefined
  readonly version: string
  readonly clock: Clock
  readonly randomness: Randomness
  readonly log: Log
  /** The ledger or the core broke an invariant; the process should end and be started again. */
  readonly onBroken: (error: unknown) => void
}

export interface Hub {
  /** For this machine, `http://127.0.0.1:8080`. */
  readonly address: string
  /** For other devices of the office; the same as `address` without a network. */
  readonly networkAddress: string
  /** The setup code while nobody has set the office up. */
  readonly setupCode: string | null
  /** A line for whoever started it: what was asked for and not done; null when there is nothing to say. */
  readonly notice: string | null
  stop(): Promise<void>
}

/** Why the hub does not start, in lines for the technician. */
export class StartRefused extends Error {}

export async function startHub(options: HubOptions): Promise<Hub> {
  await mkdir(options.data, { recursive: true }).catch((error: unknown) => {
    throw new StartRefused(`--data: the folder ${options.data} cannot be made (${String(error)})`)
  })
  if (!existsSync(options.web))
    throw new StartRefused(`the pages are not built: run npm run build (${options.web} is missing)`)
  const opened = await openSqliteLedger(path.join(options.data, 'ledger.db'))
  if (!opened.ok) throw new StartRefused(refusalLine(opened.damage, options.data))
  const { ledger, recorded } = opened
  try {
    return await assemble(options, ledger, recorded)
  } catch (error) {
    await ledger.close()
    throw error
  }
}

async function assemble(options: HubOptions, ledger: Ledger, recorded: readonly Recorded[]): Promise<Hub> {
  const { clock, randomness, log } = options
  const epoch = randomness.token()
  let history: Health['history'] = 'being-checked'
  let notSaving: string | null = null
  const problems = new Set<string>()
  let committed: (state: OfficeState) => void = () => {}

  const submit: Submit = new Submit(
    {
      ledger,
      clock,
      randomness,
      onCommitted: (state) => committed(state),
      onSaving: (why) => {
        if (why !== null && notSaving === null) log.error('nothing can be saved', { why })
        notSaving = why
      },
      onBroken: options.onBroken,
    },
    recorded,
  )
  // Read also where the ledger has an office already: a wrong setting is not passed over because it is late.
  const office = await readOfficeFile(options.office)
  if (!office.ok) throw new StartRefused(`--office: ${office.flaws.join('\n--office: ')}`)
  let notice: string | null = null
  if (recorded.length > 0) {
    if (options.office !== undefined && !isDeepStrictEqual(office.office, submit.state.office))
      notice = notInForce(options.office)
  } else {
    const answer = await submit.give(
      randomness.commandId(),
      { kind: 'hub' },
      { type: 'SetOffice', office: office.office },
    )
    if (!answer.ok) throw new StartRefused(`the first event cannot be saved: ${notSaving ?? answer.refusal.reason}`)
  }

  const guardFile = await openGuardFile(path.join(options.data, 'guard.json')).catch((error: unknown) => {
    throw new StartRefused(`guard.json in ${options.data} cannot be understood: ${String(error)}`)
  })
  const guard = new Guard(guardFile.record, guardFile.store, clock, randomness)
  const setupCode = await guard.makeSetupCode(options.setupCode)

  const origins = originsOf(
    () => submit.state.office.address,
    (name) => {
      log.error('a device asked for this hub by a name it does not know, and is sent to its address', {
        name,
        cure: `set address: http://${name}:${port} in the office document, then npx loket office import FILE`,
      })
    },
  )
  const presence = new Presence()
  const pairing = new PairingCodes(clock, randomness)
  const http = createServer({ requestTimeout: uploadMsMax })
  const io = makeServer(http, origins)
  let port = options.port
  const outside = () => submit.state.office.address ?? `http://${networkAddress() ?? '127.0.0.1'}:${port}`
  const recordings = new Recordings(path.join(options.data, 'voice', 'own'), clock, () => audiences.presenceChanged())
  const mediaFolder = new MediaFolder(path.join(options.data, 'media'), clock, log, () => audiences.presenceChanged())
  const uploads = new Uploads(mediaFolder, { clock, randomness, log, freeBytes: freeBytesOf })
  const audiences: Audiences = new Audiences(io, epoch, clock, {
    submit,
    presence,
    clock,
    address: outside,
    recordings: () => recordings.found,
    media: () => mediaFolder.found.items,
  })
  const door = new Door(io, guard, pairing, audiences, submit)

  committed = (state) => {
    presence.keepOnly(new Set(state.notices.map(({ id }) => id)))
    audiences.stateChanged()
  }
  const health = (): Health => ({
    ready: notSaving === null,
    reason: notSaving,
    version: options.version,
    epoch,
    day: submit.state.day,
    seq: submit.seq,
    history,
    problems: [...problems],
  })
  const noticePages = new NoticePages({
    state: () => submit.state,
    clock,
    address: outside,
    openPress: async (onEnded) => (await import('./notice-page/press.ts')).startPress(onEnded),
  })
  http.on(
    'request',
    pagesOf({
      web: options.web,
      papers: path.join(options.data, 'papers'),
      data: options.data,
      origins,
      address: outside,
      audiences,
      health,
      language: () => submit.state.office.language,
      timeZone: () => submit.state.office.timeZone,
      documents: machineDocuments({ submit, presence, clock, health, address: outside }),
      noticePages,
      media: { folder: mediaFolder, uploads, origins },
      log,
    }),
  )
  const gateway = openGateway(io, {
    origins,
    guard,
    door,
    pairing,
    presence,
    submit,
    audiences,
    media: new MediaOrders(mediaFolder, uploads, () => submit.state.office.language),
    clock,
    randomness,
    log,
    address: outside,
    slip:
      setupCode === null || options.setupCode !== undefined
        ? null
        : () => ({
            kind: 'setup',
            language: submit.state.office.language,
            office: submit.state.office.name,
            code: setupCode,
            link: `${outside()}/desk`,
          }),
  })

  port = await listen(http, options.host, options.port)
  const address = `http://127.0.0.1:${port}`

  const control = await openControl(options.data, (request) =>
    answerTechnician({ submit, guard, clock, randomness }, request),
  )

  const stopTimer = repeat(clock, dueCheckMs, () => {
    const orders = dueOrders(submit.state, clock.now())
    for (const order of orders) void submit.give(randomness.commandId(), { kind: 'hub' }, order)
  })
  const stopAgeing = repeat(clock, ageingMs, () => {
    // Waits, opening hours and papers grow old although nothing happens.
    audiences.stateChanged()
  })
  void ledger.verify().then(
    (damage) => {
      history = damage === null ? 'whole' : 'damaged'
      if (damage === null) return
      problems.add(damageLine(damage))
      log.error('the ledger is damaged', { ...damage })
    },
    (error: unknown) => log.info('the check of the ledger was ended', { why: String(error) }),
  )

  let stopping: Promise<void> | null = null
  return {
    address,
    networkAddress: outside(),
    setupCode,
    notice,
    stop: () => {
      stopping ??= (async () => {
        stopTimer()
        stopAgeing()
        recordings.stop()
        mediaFolder.stop()
        audiences.stop()
        await control.close()
        await gateway.close()
        http.closeAllConnections()
        await noticePages.stop()
        await ledger.close()
      })()
      return stopping
    },
  }
}

/** A ledger that is only locked is whole: nothing is said about backups then. */
function refusalLine(damage: Damage, data: string): string {
  return isLocked(damage.what) ? `--data ${data}: ${damage.what}` : damageLine(damage)
}

function damageLine({ what }: Damage): string {
  return `The ledger is not what was written: ${what}. Nothing was changed. Put a backup in place of ledger.db, or move ledger.db away to begin anew.`
}

function notInForce(file: string): string {
  return `--office ${file}: not in force. The office document in force is the one in the ledger; to change it: npx loket office import ${file}`
}

function listen(http: ReturnType<typeof createServer>, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const line =
        error.code === 'EADDRINUSE'
          ? `--port: another program is listening on ${port}`
          : `--host, --port: cannot listen on ${host}:${port} (${error.message})`
      reject(new StartRefused(line))
    })
    http.listen(port, host, () => {
      const bound = http.address()
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port)
    })
  })
}

/** How late a scheduled notice may go up, and how often waits and hours are looked at again. */
const dueCheckMs = 1_000
const ageingMs = 10_000
/** The longest video over the slowest network of an office. */
const uploadMsMax = 20 * 60_000
