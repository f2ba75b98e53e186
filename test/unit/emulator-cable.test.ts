import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { attachMemory } from '../../hardware/emulator/attach-memory.ts'
import { ESC, cutAfterFeed, liveRequests, setUp } from './emulator-rig.ts'

/** Goal: the emulator behaves on its cable as a printer does: flow, speed, unplugging, and what its watchers hear. */

describe('the cable', () => {
  test('a full receive buffer stops the host, and paper that moves lets it go on', () => {
    const clock = new ManualClock()
    const device = new EmulatedPrinter({ ...epson80, receiveBufferBytes: 64 }, { clock })
    const flow: boolean[] = []
    const end = device.connect({ reply: () => undefined, flow: (reading) => flow.push(reading), gone: () => undefined })
    end.receive(Buffer.from('a\n'.repeat(50)))
    const full = [...flow]
    clock.advance(10_000)
    expect([full, flow, device.hanging().lines.length]).toEqual([[false], [false, true], 50])
  })

  test('a printer with software flow control says XOFF before it is full and XON when it has room', () => {
    const { clock, send, heard } = setUp({ ...epson80, receiveBufferBytes: 64, softwareFlowControl: true })
    send('a\n'.repeat(26))
    const full = heard()
    clock.advance(10_000)
    expect([full, heard()]).toEqual(['13', '11'])
  })

  test('a stalled printer takes nothing and answers nothing until it goes on', () => {
    const { device, send, heard, sheets } = setUp()
    device.stall()
    const taken = send('a\n', cutAfterFeed, [0x10, 0x04, 1])
    const stalled = [taken, heard(), sheets(), device.snapshot().receivedBytes]
    device.resume()
    expect([stalled, heard(), sheets()]).toEqual([[false, '', [], 0], '12', [['a']]])
  })

  test('at the wrong speed answers and paper are rubbish', () => {
    const { device, send, heard } = setUp()
    device.garble(true)
    send(liveRequests, 'A012\n')
    const fixedBits = Buffer.from(heard(), 'hex').map((answer) => answer & 0x93)
    expect([fixedBits.includes(0x12), fixedBits.length, device.hanging().lines]).toEqual([false, 4, []])
  })

  test('unplugged the host is told once, and another may come after it is plugged in', () => {
    const { device, cable, sheets } = setUp()
    let gone = 0
    cable.onGone(() => gone++)
    device.unplug()
    cable.write(Buffer.from('lost\n'))
    device.plug()
    attachMemory(device).write(Buffer.from('kept\n\x1dV\x42\0', 'latin1'))
    expect([gone, sheets()]).toEqual([1, [['kept']]])
  })

  test('subscribers hear of sheets, sensors, power, drawer and cable, in order', () => {
    const { device, send } = setUp()
    const events: string[] = []
    device.subscribe((event) => events.push(event.kind === 'sheet' ? `sheet ${event.sheet.number}` : event.kind))
    send('a\n', cutAfterFeed, [ESC, 0x70, 0, 25, 25])
    device.change({ coverOpen: true })
    device.powerCycle()
    device.unplug()
    device.plug()
    expect(events).toEqual(['sheet 1', 'drawer', 'status', 'power', 'power', 'cable', 'cable'])
  })

  test('a snapshot says it all in plain JSON', () => {
    const { device, send } = setUp()
    device.loadPaper(1000)
    send('a\n', cutAfterFeed, 'waits')
    const snapshot = device.snapshot()
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual({
      profile: 'epson80',
      powered: true,
      plugged: true,
      connected: true,
      stalled: false,
      printing: false,
      offline: false,
      sensors: {
        coverOpen: false,
        cutterJammed: false,
        overheated: false,
        broken: false,
        feedPressed: false,
        drawerOpen: false,
        paperEnd: false,
        paperNearEnd: true,
      },
      paperLeftMm: 1000 - (150 / 203) * 25.4,
      receivedBytes: 11,
      waitingBytes: 5,
      sheetsMade: 1,
    })
  })
})
