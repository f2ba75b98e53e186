import { describe, expect, it } from 'vitest'
import { paperLifeMs } from '../../shared/decide/paper.ts'
import { mainKiosk } from '../../shared/ids.ts'
import { shortCode } from '../../shared/short-code.ts'
import { agentView } from '../../shared/views/agent.ts'
import { cards, hall, letters, one } from '../core/small-office.ts'
import {
  agent,
  atCounter,
  by,
  on,
  outage,
  raise,
  reportPaper,
  resolve,
  scan,
  startPrinting,
  take,
  takeReturn,
} from '../core/steps.ts'
import { dayMs, further, given, minute, secret } from '../core/story.ts'

const address = 'http://192.0.2.10:8080'
const same = (text: string) => ({ id: text, en: text, su: text })

describe('the agent', () => {
  it('V4 sees the papers of its own kiosk, oldest first, with what they say', () => {
    const story = given(
      atCounter('OpenCounter', one),
      take(cards),
      raise(outage({ newTickets: 'warn' })),
      by({ kind: 'kiosk', kiosk: hall }, take(letters)),
    )
    expect(agentView(story.state, story.at, mainKiosk, address)).toEqual({
      kind: 'agent',
      wanted: [],
      started: [],
    })
    const soon = story.at - 2 * minute + paperLifeMs
    expect(agentView(story.state, soon, mainKiosk, address)).toEqual({
      kind: 'agent',
      wanted: [
        {
          ticket: 1,
          attempt: 1,
          paper: {
            kind: 'ticket',
            language: 'id',
            office: same('Kantor Kecil'),
            heading: null,
            letter: 'A',
            service: same('Kartu'),
            number: 'A001',
            class: 'regular',
            takenAt: story.at - 2 * minute,
            timeZone: 'Asia/Jakarta',
            ahead: 0,
            wait: { minutesMin: 0, minutesMax: 5 },
            affected: {
              id: 'Layanan ini sedang terganggu. Simpan nomor ini, urutan Anda tidak hilang.',
              en: 'This service is not working now. Keep this number: you do not lose your place.',
              su: 'Layanan ieu nuju kaganggu. Simpen nomer ieu, urutan Anjeun moal leungit.',
            },
            bring: null,
            link: `${address}/t/${secret(2)}`,
            code: shortCode(secret(2)),
            closing: null,
            comeBack: null,
            copy: 0,
          },
        },
      ],
      started: [],
    })
    expect(agentView(story.state, story.at, hall, address).wanted.map(({ ticket }) => ticket)).toEqual([2])
  })

  it('V4 B1 a return ticket’s paper says on which days it is good, and no outage any more', () => {
    const story = given(take(cards), raise(outage()), takeReturn(cards))
    const papers = agentView(story.state, story.at, mainKiosk, address).wanted.map(({ paper }) => paper)
    expect(papers.at(-1)).toMatchObject({
      number: 'A002',
      class: 'regular',
      ahead: 0,
      wait: null,
      affected: null,
      comeBack: { from: '2027-03-02', until: '2027-03-15' },
    })
    const back = further(story, resolve(1), scan(secret(3)))
    expect(agentView(back.state, story.at, mainKiosk, address).wanted.at(-1)?.paper).toMatchObject({ comeBack: null })
  })

  it('V4 sees what was begun and not reported, so that it can say that it does not know', () => {
    const taken = given(take(cards))
    const begun = further(taken, on(taken.at + 1000, startPrinting(1)))
    expect(agentView(begun.state, begun.at + dayMs, mainKiosk, address)).toEqual({
      kind: 'agent',
      wanted: [],
      started: [{ ticket: 1, attempt: 1, number: 'A001' }],
    })
    const reported = further(begun, by(agent, reportPaper(1, { kind: 'unknown', reason: 'closed' })))
    expect(agentView(reported.state, reported.at, mainKiosk, address).started).toEqual([])
  })
})
