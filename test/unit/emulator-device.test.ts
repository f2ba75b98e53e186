import { describe, expect, test } from 'vitest'
import { epson80, generic58, generic80 } from '../../hardware/emulator/profile.ts'
import { ESC, GS, cutAfterFeed, confirmRequest, confirmed, liveRequests, setUp } from './emulator-rig.ts'

/** Goal: the emulator answers, waits and fails as a printer does. */

describe('E1 live status', () => {
  test('every answer has its fixed bits, and says what is wrong', () => {
    const { device, send, heard } = setUp()
    const ask = () => {
      send(liveRequests)
      return heard()
    }
    const answers = new Map<string, string>()
    answers.set('ready', ask())
    for (const hand of ['coverOpen', 'cutterJammed', 'overheated', 'broken', 'feedPressed', 'drawerOpen'] as const) {
      device.change({ [hand]: true })
      answers.set(hand, ask())
      device.change({ [hand]: false })
    }
    device.loadPaper(100)
    answers.set('near end', ask())
    device.takePaperOut()
    answers.set('paper end', ask())
    device.loadPaper()
    answers.set('ready again', ask())
    expect(Object.fromEntries(answers)).toEqual({
      ready: '12121212',
      coverOpen: '1a161212',
      cutterJammed: '1a521a12',
      overheated: '1a525212',
      broken: '1a523212',
      feedPressed: '5a1a1212',
      drawerOpen: '16121212',
      'near end': '1212121e',
      'paper end': '1a32127e',
      'ready again': '12121212',
    })
  })

  test('it is answered at once inside a picture, in the middle of printing and while the cover is open', () => {
    const { device, send, heard } = setUp(epson80)
    send([GS, 0x76, 0x30, 0, 1, 0, 8, 0, 0xff, 0x10, 0x04, 1])
    const insidePicture = heard()
    send([1, 2, 3, 4], 'a\n', [0x10, 0x04, 1])
    const whilePrinting = [device.snapshot().printing, heard()]
    device.change({ coverOpen: true })
    send('b\n', [0x10], [0x04], [2])
    expect([insidePicture, whilePrinting, heard()]).toEqual(['12', [true, '12'], '16'])
  })

  test('its bytes print nothing', () => {
    const { send, sheets } = setUp()
    send('a', liveRequests, 'b\n', cutAfterFeed)
    expect(sheets()).toEqual([['ab']])
  })

  test('asked for hours, offline or idle, it is neither full of questions nor short of room for the next ticket', () => {
    const { device, send, heard, sheets } = setUp()
    device.change({ coverOpen: true })
    send('A012\n', cutAfterFeed)
    let taken = true
    for (let asked = 0; asked < 6000; asked += 1) taken = send(liveRequests) && taken
    const offline = [taken, heard().length, device.snapshot().waitingBytes]
    device.change({ coverOpen: false })
    for (let asked = 0; asked < 6000; asked += 1) send(liveRequests)
    send('A013\n', cutAfterFeed)
    expect([offline, sheets()]).toEqual([
      [true, 6000 * 4 * 2, 9],
      [['A012'], ['A013']],
    ])
    expect(device.sheets().map(({ operations, warnings }) => [operations.map(({ kind }) => kind), warnings])).toEqual([
      [['text', 'line-feed', 'cut'], []],
      [['text', 'line-feed', 'cut'], []],
    ])
  })

  test('a mute printer says nothing at all, and a lying one answers nought', () => {
    const everything = [liveRequests, [GS, 0x72, 1], [GS, 0x49, 67], [GS, 0x61, 15], confirmRequest]
    const said = [generic58, { ...generic80, answers: 'zeros' as const, automaticStatus: false }].map((profile) => {
      const { send, heard } = setUp({ ...profile, speedMmPerSecond: null })
      send(...everything)
      return heard()
    })
    expect(said).toEqual(['', '0000000000'])
  })
})

describe('automatic status back', () => {
  test('it is said at once, then at each change that was asked for, in four bytes', () => {
    const { device, send, heard } = setUp()
    const said: string[] = []
    send([GS, 0x61, 0x0f])
    said.push(heard())
    const changes = [
      () => device.change({ coverOpen: true }),
      () => device.change({ coverOpen: false }),
      () => device.change({ cutterJammed: true }),
      () => device.change({ cutterJammed: false, overheated: true }),
      () => device.change({ overheated: false }),
      () => device.loadPaper(100),
      () => device.takePaperOut(),
      () => device.loadPaper(),
      () => device.change({ drawerOpen: true }),
      () => device.change({ drawerOpen: true }),
    ]
    for (const change of changes) {
      change()
      said.push(heard())
    }
    expect(said).toEqual([
      '10000000',
      '38000000',
      '10000000',
      '18080000',
      '18400000',
      '10000000',
      '10000300',
      '18000f00',
      '10000000',
      '14000000',
      '',
    ])
  })

  test('only what the mask names is told', () => {
    const { device, send, heard } = setUp()
    send([GS, 0x61, 0x08])
    heard()
    device.change({ drawerOpen: true })
    const drawer = heard()
    device.loadPaper(100)
    expect([drawer, heard()]).toEqual(['', '14000300'])
  })

  test('a power cut ends it', () => {
    const { device, send, heard } = setUp()
    send([GS, 0x61, 0x0f])
    device.powerCycle()
    heard()
    device.change({ coverOpen: true })
    expect(heard()).toBe('')
  })
})

describe('answers that wait their turn', () => {
  test('the confirmation comes when what stands before it is on paper, not earlier', () => {
    const { clock, send, heard, sheets } = setUp(epson80)
    send('A012\n', cutAfterFeed, confirmRequest)
    // The line feeds 30 dots and the cut 120, at 203 dots to the inch and 250 mm a second: 75.07 ms.
    const seen: unknown[] = [[heard(), sheets()]]
    clock.advance(75)
    seen.push([heard(), sheets()])
    clock.advance(1)
    seen.push([heard(), sheets()])
    expect(seen).toEqual([
      ['', []],
      ['', []],
      [confirmed, [['A012']]],
    ])
  })

  test('without paper the confirmation stays away until there is paper again', () => {
    const { device, send, heard } = setUp()
    device.takePaperOut()
    send('A012\n', cutAfterFeed, confirmRequest)
    const before = heard()
    device.loadPaper()
    expect([before, heard()]).toEqual(['', confirmed])
  })

  test('paper and drawer sensors, and who the printer is', () => {
    const { device, send, heard } = setUp()
    device.loadPaper(100)
    device.change({ drawerOpen: true })
    send([GS, 0x72, 1], [GS, 0x72, 2])
    const sensors = heard()
    send([GS, 0x49, 66])
    const maker = heard()
    send([GS, 0x49, 67])
    expect([sensors, maker, heard()]).toEqual([
      '0301',
      Buffer.from('_EPSON\0').toString('hex'),
      Buffer.from('_TM-T20III\0').toString('hex'),
    ])
  })
})

describe('E2 offline', () => {
  test('paper that ends in the middle of a ticket leaves its first lines on the old roll and the rest for the new', () => {
    const { device, send, heard, sheets } = setUp()
    device.loadPaper(7) // Two lines of 3.75 mm.
    send('1\n2\n3\n4\n', cutAfterFeed, [0x10, 0x04, 4])
    const atEnd = [heard(), device.hanging().lines, device.snapshot().waitingBytes]
    device.loadPaper()
    expect([atEnd, sheets(), device.sheets().map((sheet) => sheet.end)]).toEqual([
      ['7e', ['1', '2'], 8],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      ['torn', 'partly-cut'],
    ])
  })

  test('an open cover, a jam and heat stop the paper and lose nothing', () => {
    for (const hand of ['coverOpen', 'cutterJammed', 'overheated', 'feedPressed'] as const) {
      const { device, send, sheets } = setUp()
      send('1\n')
      device.change({ [hand]: true })
      send('2\n', cutAfterFeed)
      expect([hand, device.hanging().lines, sheets()]).toEqual([hand, ['1'], []])
      device.change({ [hand]: false })
      expect([hand, sheets()]).toEqual([hand, [['1', '2']]])
    }
  })

  test('a blade that jams leaves the printed ticket hanging, and cuts it when freed', () => {
    const { device, send, heard, sheets } = setUp()
    device.jamAtNextCut()
    send('A012\n', cutAfterFeed, confirmRequest, [0x10, 0x04, 3])
    const jammed = [heard(), device.hanging().lines, sheets()]
    device.change({ cutterJammed: false })
    expect([jammed, heard(), sheets()]).toEqual([['1a', ['A012'], []], confirmed, [['A012']]])
  })
})

describe('E3 power', () => {
  test('a power cut loses what waits, half a command and every setting; the paper stays', () => {
    const { device, send, sheets } = setUp()
    send([ESC, 0x45, 1], 'printed\n', 'waiting', [GS, 0x76, 0x30, 0, 10, 0, 10])
    device.powerCycle()
    send('after\n', cutAfterFeed)
    const [sheet] = device.sheets()
    expect([sheets(), sheet?.warnings.map((warning) => warning.detail)]).toEqual([[['printed', 'after']], ['waiting']])
  })

  test('while off it hears nothing and says nothing', () => {
    const { device, send, heard, sheets } = setUp()
    device.powerOff()
    send('lost\n', liveRequests)
    device.powerOn()
    send('kept\n', cutAfterFeed)
    expect([heard(), sheets()]).toEqual(['', [['kept']]])
  })

  test('dying at byte n leaves exactly what n bytes print, for every n', () => {
    const ticket = Buffer.from('12\n34\n\x1dV\x42\0', 'latin1')
    const left = Array.from({ length: ticket.length + 1 }, (_, bytes) => {
      const { device, cable } = setUp()
      device.dieAtByte(bytes)
      cable.write(ticket)
      const { powered, receivedBytes } = device.snapshot()
      return [powered, receivedBytes, [...device.sheets(), device.hanging()].flatMap((sheet) => sheet.lines)]
    })
    expect(left).toEqual([
      ...[0, 1, 2].map((bytes) => [false, bytes, []]),
      ...[3, 4, 5].map((bytes) => [false, bytes, ['12']]),
      ...[6, 7, 8, 9, 10].map((bytes) => [false, bytes, ['12', '34']]),
    ])
  })

  test('a printer that dies while the paper moves keeps what was drawn and loses the rest', () => {
    const { clock, device, send } = setUp(epson80)
    send('1\n2\n3\n')
    clock.advance(20) // The first line takes 15 ms.
    device.powerCycle()
    clock.advance(1000)
    expect([device.hanging().lines, device.snapshot().waitingBytes]).toEqual([['1', '2'], 0])
  })

  test('a power cut in the middle of a cut does not make the sheet vanish', () => {
    const { clock, device, send, sheets } = setUp(epson80)
    send('A012\n', cutAfterFeed)
    clock.advance(20)
    const before = sheets()
    device.powerCycle()
    expect([before, sheets()]).toEqual([[], [['A012']]])
  })
})

test('each sheet counts its operations from its own start', () => {
  const { device, send } = setUp()
  send('1\n', cutAfterFeed, '2\n', cutAfterFeed)
  expect(device.sheets().map((sheet) => sheet.operations.map(({ at, kind }) => `${at} ${kind}`))).toEqual([
    ['0 text', '1 line-feed', '2 cut'],
    ['0 text', '1 line-feed', '2 cut'],
  ])
})
