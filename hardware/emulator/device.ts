import { systemClock, type Clock } from './clock.ts'
import type { HostEnd, PrinterEnd } from './device-line.ts'
import { identityAnswer } from './identity.ts'
import { LiveRequests } from './live-requests.ts'
import type { Operation } from './operation.ts'
import { OperationQueue } from './operation-queue.ts'
import { Paper } from './paper.ts'
import { Parser } from './parse.ts'
import type { Hands, PrinterEvent, PrinterSnapshot } from './printer-event.ts'
import type { EmulatedProfile } from './profile.ts'
import type { Sheet } from './sheet.ts'
import { automaticStatus, isAskedFor, isOffline, liveStatus, queuedStatus, type Sensors } from './status.ts'

/** The newest sheets that `sheets()` still has. */
const sheetsKeptMax = 100
const XON = 0x11
const XOFF = 0x13

/**
 * A printer on the end of a cable: it takes bytes at the rate it can print, answers, runs out of paper, and fails on
 * request.
 *
 * E1  `DLE EOT` is answered the moment it arrives, wherever in the stream it stands and whatever the printer is doing,
 *     and takes no room; every other command waits its turn behind the paper that moves before it.
 * E2  While offline (cover, paper end, an error) nothing is printed and nothing is lost; it goes on where it stopped.
 *     The line under way when the paper ends is still printed: the sensor sits before the head.
 * E3  A power cut loses the receive buffer, half a command, waiting text and every setting; never paper that was printed.
 * E4  Time passes only on the clock it was given.
 *
 * The receive buffer is soft: when it is full the host is told to stop, and what is already in its hands is still taken.
 * Bytes are never lost for want of room, as they would be on a line without flow control.
 */
export class EmulatedPrinter {
  readonly profile: EmulatedProfile
  readonly #clock: Clock
  readonly #paper: Paper
  readonly #listeners = new Set<(event: PrinterEvent) => void>()
  #host: HostEnd | null = null
  #plugged = true
  #powered = true
  #stalled = false
  #garbled = false
  #bytesToLive = Infinity
  #parser = new Parser()
  #queue = new OperationQueue()
  #receivedBytes = 0
  #liveRequests = new LiveRequests()
  /** Bytes that came while stalled. */
  #wire: Uint8Array[] = []
  #reading = true
  #xoff = false
  #automaticMask = 0
  #jamsAtNextCut = false
  /** What is under way, to be finished when its time is over. */
  #underWay: { readonly finish: () => void; readonly cancel: () => void } | null = null
  #paperLeftMm: number
  #hands: Hands = {
    coverOpen: false,
    cutterJammed: false,
    overheated: false,
    broken: false,
    feedPressed: false,
    drawerOpen: false,
  }
  #sensors: Sensors
  #sheets: Sheet[] = []
  #sheetsMade = 0

  constructor(profile: EmulatedProfile, { clock = systemClock }: { readonly clock?: Clock } = {}) {
    this.profile = profile
    this.#clock = clock
    this.#paper = new Paper(profile)
    this.#paperLeftMm = profile.rollMm
    this.#sensors = this.#read()
  }

  /** Plugs a host in. The one before it is told that it is gone. While unplugged the host is told at once. */
  connect(host: HostEnd): PrinterEnd {
    this.#host?.gone()
    this.#host = host
    if (!this.#plugged) {
      this.#host = null
      host.gone()
    } else if (!this.#reading) host.flow(false)
    return {
      receive: (bytes) => {
        if (this.#host === host) this.#receive(bytes)
      },
      disconnect: () => {
        if (this.#host === host) this.#host = null
      },
    }
  }

  /** Calls `listener` at every event until the returned function is called. */
  subscribe(listener: (event: PrinterEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the cover, jams the blade and so on, or the other way round. */
  change(hands: Partial<Hands>): void {
    this.#hands = { ...this.#hands, ...hands }
    this.#sense()
    this.#run()
  }

  /** The blade gets stuck when it is next used; until then all is well. */
  jamAtNextCut(): void {
    this.#jamsAtNextCut = true
  }

  /** Puts in a roll with so many millimetres on it; what hung out of the printer comes off as a torn sheet. */
  loadPaper(mm: number = this.profile.rollMm): void {
    this.#deliver(this.#paper.pullOut())
    this.#paperLeftMm = mm
    this.#sense()
    this.#run()
  }

  takePaperOut(): void {
    this.loadPaper(0)
  }

  /** Tears off what hangs out at the tear bar or blade; null when nothing has come so far. */
  tearOff(): Sheet | null {
    const sheet = this.#paper.tearOff()
    this.#deliver(sheet)
    return sheet
  }

  unplug(): void {
    if (!this.#plugged) return
    this.#plugged = false
    this.#host?.gone()
    this.#host = null
    this.#emit({ kind: 'cable', plugged: false })
  }

  plug(): void {
    if (this.#plugged) return
    this.#plugged = true
    this.#emit({ kind: 'cable', plugged: true })
  }

  powerOff(): void {
    if (!this.#powered) return
    this.#powered = false
    this.#bytesToLive = Infinity
    const underWay = this.#underWay
    this.#underWay = null
    underWay?.cancel()
    underWay?.finish()
    this.#parser = new Parser()
    this.#queue = new OperationQueue()
    this.#wire = []
    this.#liveRequests = new LiveRequests()
    this.#stalled = false
    this.#xoff = false
    this.#automaticMask = 0
    this.#paper.loseMemory()
    this.#updateFlow()
    this.#emit({ kind: 'power', on: false })
  }

  powerOn(): void {
    if (this.#powered) return
    this.#powered = true
    this.#emit({ kind: 'power', on: true })
    this.#sense()
  }

  powerCycle(): void {
    this.powerOff()
    this.powerOn()
  }

  /** Takes exactly `bytes` more bytes from the cable and then loses its power. */
  dieAtByte(bytes: number): void {
    this.#bytesToLive = bytes
    if (bytes === 0) this.powerOff()
  }

  /** Hangs: takes no more bytes from the cable and answers nothing until `resume`. */
  stall(): void {
    this.#stalled = true
    this.#updateFlow()
  }

  resume(): void {
    this.#stalled = false
    const wire = this.#wire
    this.#wire = []
    for (const bytes of wire) this.#receive(bytes)
    this.#run()
  }

  /** As with the wrong line speed: prints rubbish, and what it says arrives as rubbish. */
  garble(on: boolean): void {
    this.#garbled = on
  }

  /** The newest sheets, oldest first. */
  sheets(): readonly Sheet[] {
    return this.#sheets
  }

  /** What is on the paper since the last cut. */
  hanging(): Sheet {
    return this.#paper.hanging()
  }

  snapshot(): PrinterSnapshot {
    return {
      profile: this.profile.name,
      powered: this.#powered,
      plugged: this.#plugged,
      connected: this.#host !== null,
      stalled: this.#stalled,
      printing: this.#underWay !== null,
      offline: isOffline(this.#sensors),
      sensors: this.#sensors,
      paperLeftMm: this.#paperLeftMm,
      receivedBytes: this.#receivedBytes,
      waitingBytes: this.#queue.bytes + this.#parser.pendingBytes,
      sheetsMade: this.#sheetsMade,
    }
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#powered) return
    if (this.#stalled) {
      this.#wire.push(bytes)
      return
    }
    const taken = bytes.subarray(0, Math.min(bytes.length, this.#bytesToLive))
    this.#bytesToLive -= taken.length
    this.#receivedBytes += taken.length
    for (const piece of this.#liveRequests.split(taken)) {
      this.#take(piece.bytes)
      if (piece.what !== null) this.#answer(liveStatus(this.#sensors, piece.what))
    }
    if (this.#bytesToLive === 0) this.powerOff()
  }

  #take(bytes: Uint8Array): void {
    const operations = this.#parser.feed(this.#garbled ? garbled(bytes) : bytes)
    for (const operation of operations) if (operation.kind !== 'live-status') this.#queue.add(operation)
    this.#run()
  }

  /** Carries out what waits, until paper moves that takes time. */
  #run(): void {
    while (this.#powered && !this.#stalled && this.#underWay === null && !isOffline(this.#sensors)) {
      const operation = this.#queue.first
      if (operation === undefined) break
      if (operation.kind === 'cut' && this.#jamsAtNextCut) {
        this.#jamsAtNextCut = false
        this.change({ cutterJammed: true })
        return
      }
      this.#queue.removeFirst()
      const { movedDots, sheet } = this.#paper.execute(operation)
      this.#talk(operation)
      this.#move((movedDots / this.profile.dpi) * 25.4, sheet)
    }
    this.#updateFlow()
  }

  #move(mm: number, sheet: Sheet | null): void {
    const finish = () => {
      this.#paperLeftMm = Math.max(0, this.#paperLeftMm - mm)
      this.#deliver(sheet)
      this.#sense()
    }
    const { speedMmPerSecond } = this.profile
    if (speedMmPerSecond === null || mm === 0) {
      finish()
      return
    }
    const cancel = this.#clock.after((mm / speedMmPerSecond) * 1000, () => {
      this.#underWay = null
      finish()
      this.#run()
    })
    this.#underWay = { finish, cancel }
  }

  #talk(operation: Operation): void {
    switch (operation.kind) {
      case 'auto-status':
        if (!this.profile.automaticStatus) return
        this.#automaticMask = operation.mask
        if (operation.mask !== 0) this.#say(automaticStatus(this.#sensors))
        return
      case 'status':
        this.#answer(queuedStatus(this.#sensors, operation.what))
        return
      case 'identify': {
        const answer = this.profile.identity && identityAnswer(this.profile.identity, operation.what)
        if (answer) this.#say(answer)
        return
      }
      case 'confirm':
        if (this.profile.confirms) this.#say(Buffer.from(`\x37\x22${operation.id}\0`, 'latin1'))
        return
      case 'drawer':
        this.#emit({ kind: 'drawer', pin: operation.pin })
        return
      default:
    }
  }

  #answer(status: number): void {
    if (this.profile.answers === 'none') return
    this.#say(Uint8Array.of(this.profile.answers === 'zeros' ? 0 : status))
  }

  #say(bytes: Uint8Array): void {
    if (!this.#powered || this.#stalled) return
    this.#host?.reply(this.#garbled ? garbled(bytes) : bytes)
  }

  /** Looks at the sensors again and tells whoever asked for it. */
  #sense(): void {
    const before = this.#sensors
    const after = this.#read()
    if (sameSensors(before, after)) return
    this.#sensors = after
    if (isAskedFor(before, after, this.#automaticMask)) this.#say(automaticStatus(after))
    this.#emit({ kind: 'status', sensors: after, offline: isOffline(after) })
  }

  #read(): Sensors {
    const paperEnd = this.#paperLeftMm <= 0
    return { ...this.#hands, paperEnd, paperNearEnd: paperEnd || this.#paperLeftMm < this.profile.nearEndMm }
  }

  #deliver(sheet: Sheet | null): void {
    if (sheet === null) return
    this.#sheetsMade++
    this.#sheets = [...this.#sheets, sheet].slice(-sheetsKeptMax)
    this.#emit({ kind: 'sheet', sheet })
  }

  #updateFlow(): void {
    const { receiveBufferBytes, softwareFlowControl } = this.profile
    const reading = !this.#stalled && this.#queue.bytes < receiveBufferBytes
    if (reading !== this.#reading) {
      this.#reading = reading
      this.#host?.flow(reading)
    }
    if (!softwareFlowControl) return
    const xoff = this.#queue.bytes >= receiveBufferBytes * (this.#xoff ? 0.25 : 0.75)
    if (xoff !== this.#xoff) {
      this.#xoff = xoff
      this.#say(Uint8Array.of(xoff ? XOFF : XON))
    }
  }

  #emit(event: PrinterEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}

function sameSensors(one: Sensors, other: Sensors): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Each byte as a receiver at another speed might read it. */
function garbled(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ((byte << 1) ^ 0xb5) | 0x80)
}
