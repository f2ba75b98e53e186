import { describe, expect, test } from 'vitest'
import { printerProfiles } from '../../hardware/printer/profiles.ts'
import { layoutPaper } from '../../hardware/printer/ticket.ts'
import { daySchema } from '../../shared/ids.ts'
import { drawn, fullTicket, setupSlip, ticket } from './ticket-papers.ts'

/**
 * Golden layouts. A change here is a change of what residents hold in their hands: look at the paper itself before
 * accepting one.
 */
const { epson80, epsonT88, generic58 } = printerProfiles
const native58 = { ...generic58, qr: 'gsk', cut: '66', heightMax: 8, feedLines: 0 } as const

/** Sent home on a Tuesday: good for two weeks from Thursday on. */
const returnTicket = {
  ...ticket,
  comeBack: { from: daySchema.parse('2026-11-26'), until: daySchema.parse('2026-12-09') },
}

describe('a return ticket', () => {
  test('says what it is, when it is good and what to do with it, on 80 mm', () => {
    expect(drawn(layoutPaper({ ...returnTicket, language: 'en' }, epson80))).toMatchInlineSnapshot(`
      "Population and Civil Registry Office

      [ A ] Identity card recording 1x2 bold

      [     RETURN TICKET      ] x2

      A012 8x8 bold

      Tuesday, 24 Nov 2026, 08:30
      Good from Thursday 26 Nov to Wednesday 9 Dec bold
      Bring this paper. You go near the front, once. bold

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Scan this at the ticket machine
      Or type: A012 BDFG"
    `)
  })
  test('and on 58 mm in Sundanese, where its sentences take more lines', () => {
    expect(drawn(layoutPaper({ ...returnTicket, language: 'su' }, native58))).toMatchInlineSnapshot(`
      "Dinas Kapendudukan
      sareng Pencatetan Sipil

      [ A ] Ngarekam KTP-el

      [  TIKET BALIK   ] x2
      A012 8x8

      Salasa, 24 Nop 2026, 08.30
      Lumaku ti Kemis, 26 Nop
      dugi ka Rebo, 9 Des
      Candak ieu kertas. Anjeun
      dipayunkeun, sakali.

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Scan dina mesin tiket
      Atanapi ketik: A012 BDFG"
    `)
  })
  test('redeemed, the new number says why it comes before others', () => {
    const back = drawn(layoutPaper({ ...ticket, class: 'return', language: 'en' }, epson80))
    expect(back.split('\n')).toContain('NEAR THE FRONT 2x2 bold')
  })
})

describe('an ordinary ticket', () => {
  test('on 80 mm in Indonesian', () => {
    expect(drawn(layoutPaper(ticket, epson80))).toMatchInlineSnapshot(`
      "Dinas Kependudukan dan Pencatatan Sipil

      [ A ] Perekaman KTP-el 2x2 bold

      A012 8x8 bold

      Selasa, 24 Nov 2026, 08.30
      4 orang di depan Anda bold
      Perkiraan menunggu 20-40 menit bold

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Pantau giliran di sini
      Kode: BDFG
      Terima kasih sudah menunggu."
    `)
  })
  test('on 80 mm in English', () => {
    expect(drawn(layoutPaper({ ...ticket, language: 'en' }, epson80))).toMatchInlineSnapshot(`
      "Population and Civil Registry Office

      [ A ] Identity card recording 1x2 bold

      A012 8x8 bold

      Tuesday, 24 Nov 2026, 08:30
      4 people before you bold
      Expected wait 20-40 minutes bold

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Follow your turn here
      Code: BDFG
      Thank you for waiting."
    `)
  })
  test('on 80 mm in Sundanese', () => {
    expect(drawn(layoutPaper({ ...ticket, language: 'su' }, epson80))).toMatchInlineSnapshot(`
      "Dinas Kapendudukan sareng Pencatetan Sipil

      [ A ] Ngarekam KTP-el 2x2 bold

      A012 8x8 bold

      Salasa, 24 Nop 2026, 08.30
      4 jalmi sateuacan salira bold
      Kinten-kinten ngantosan 20-40 menit bold

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Tingali giliran di dieu
      Kode: BDFG
      Hatur nuhun parantos ngantosan."
    `)
  })
  test('on 58 mm in Indonesian', () => {
    expect(drawn(layoutPaper(ticket, native58))).toMatchInlineSnapshot(`
      "Dinas Kependudukan
      dan Pencatatan Sipil

      [ A ] Perekaman KTP-el
      A012 8x8
      Selasa, 24 Nov 2026, 08.30
      4 orang di depan, 20-40 menit

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Pantau giliran di sini
      Kode: BDFG"
    `)
  })
  test('on 58 mm in English', () => {
    expect(drawn(layoutPaper({ ...ticket, language: 'en' }, native58))).toMatchInlineSnapshot(`
      "Population and Civil
      Registry Office

      [ A ] Identity card recording
      A012 8x8
      Tuesday, 24 Nov 2026, 08:30
      4 before you, 20-40 minutes

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Follow your turn here
      Code: BDFG"
    `)
  })
  test('on 58 mm in Sundanese, without accents', () => {
    expect(drawn(layoutPaper({ ...ticket, language: 'su' }, native58))).toMatchInlineSnapshot(`
      "Dinas Kapendudukan
      sareng Pencatetan Sipil

      [ A ] Ngarekam KTP-el
      A012 8x8
      Salasa, 24 Nop 2026, 08.30
      4 jalmi deui, 20-40 menit

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Tingali giliran di dieu
      Kode: BDFG"
    `)
  })
  test('on a 58 mm printer that only doubles its characters', () => {
    expect(drawn(layoutPaper(ticket, generic58))).toMatchInlineSnapshot(`
      "Dinas Kependudukan
      dan Pencatatan Sipil

      [ A ] Perekaman KTP-el

       ###   ###    #    ###
      #   # #   #  ##   #   #
      #   # #  ##   #       #
      #   # # # #   #      #
      ##### ##  #   #     #
      #   # #   #   #    #
      #   #  ###   ###  #####

      Selasa, 24 Nov 2026, 08.30
      4 orang di depan, 20-40 menit

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Pantau giliran di sini
      Kode: BDFG"
    `)
  })
})

describe('all that a ticket can carry', () => {
  test('on 80 mm at 180 dpi in Sundanese', () => {
    expect(drawn(layoutPaper({ ...fullTicket, language: 'su' }, epsonT88))).toMatchInlineSnapshot(`
      "[      SALINAN 2      ] x2

      Dinas Kapendudukan sareng Pencatetan Sipil

      [ B ] Nyitak KTP-el 2x2 bold

      B107 8x8 bold
      PRIORITAS 2x2 bold

      Salasa, 24 Nop 2026, 08.30
      4 jalmi sateuacan salira bold
      Kinten-kinten ngantosan 20-40 menit bold

      [      Nyitak KTP-el keur teu tiasa.       ]
      [        Nomer salira tetep lumaku.        ]
      [      Wartos salajengna tabuh 10.30.      ]

      Candak Kartu Kulawarga
      sareng KTP lami upami aya.

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Tingali giliran di dieu
      Kode: BDFG
      Hatur nuhun parantos ngantosan."
    `)
  })
  test('on 58 mm in English', () => {
    expect(drawn(layoutPaper({ ...fullTicket, language: 'en' }, native58))).toMatchInlineSnapshot(`
      "[     COPY 2     ] x2

      Population and Civil
      Registry Office

      [ B ] Identity card printing
      B107 8x8
      PRIORITY 2x2 bold

      Tuesday, 24 Nov 2026, 08:30
      4 before you, 20-40 minutes

      [    Identity cards cannot be    ]
      [     printed at the moment.     ]
      [    Your number stays valid.    ]
      [      Next news at 10:30.       ]

      Bring your family card,
      and your old identity
      card if you have it.

      <QR http://192.168.1.20:8080/t/abcdefghijklmnopqrstuv 29x5>

      Follow your turn here
      Code: BDFG"
    `)
  })
})

describe('the setup slip', () => {
  test('on 80 mm', () => {
    expect(drawn(layoutPaper(setupSlip, epson80))).toMatchInlineSnapshot(`
      "Dinas Kependudukan dan Pencatatan Sipil

      Kode penyiapan
      KX7M-42QP 5x5 bold

      Buka halaman ini di tablet
      petugas, lalu ketik kode di atas:
      http://192.168.1.20:8080/desk

      <QR http://192.168.1.20:8080/desk 25x5>

      Berlaku satu kali. Jangan
      berikan kepada orang lain."
    `)
  })
  test('on 58 mm in English', () => {
    expect(drawn(layoutPaper({ ...setupSlip, language: 'en' }, native58))).toMatchInlineSnapshot(`
      "Population and Civil
      Registry Office

      Setup code
      KX7M-42QP 3x3

      Open this page on the staff
      tablet and type the code above:
      http://192.168.1.20:8080/desk

      <QR http://192.168.1.20:8080/desk 25x5>

      It works once. Do not
      give it to anybody else."
    `)
  })
})

test('what the office wants on its ticket is there, and what it does not want is not', () => {
  const same = (text: string) => ({ id: text, en: text, su: text })
  const own = {
    ...ticket,
    heading: same('Jalan Merdeka 1, Bandung'),
    closing: same('Layanan ini tidak dipungut biaya.'),
  }
  expect(drawn(layoutPaper({ ...own, ahead: null, link: null }, generic58))).toMatchInlineSnapshot(`
    "Dinas Kependudukan
    dan Pencatatan Sipil
    Jalan Merdeka 1, Bandung

    [ A ] Perekaman KTP-el

     ###   ###    #    ###
    #   # #   #  ##   #   #
    #   # #  ##   #       #
    #   # # # #   #      #
    ##### ##  #   #     #
    #   # #   #   #    #
    #   #  ###   ###  #####

    Selasa, 24 Nov 2026, 08.30
    Perkiraan menunggu 20-40 menit

    Kode: BDFG
    Layanan ini tidak
    dipungut biaya."
  `)
  expect(drawn(layoutPaper({ ...ticket, ahead: null, wait: null, link: null }, generic58))).toMatchInlineSnapshot(`
    "Dinas Kependudukan
    dan Pencatatan Sipil

    [ A ] Perekaman KTP-el

     ###   ###    #    ###
    #   # #   #  ##   #   #
    #   # #  ##   #       #
    #   # # # #   #      #
    ##### ##  #   #     #
    #   # #   #   #    #
    #   #  ###   ###  #####

    Selasa, 24 Nov 2026, 08.30

    Kode: BDFG
    Terima kasih sudah menunggu."
  `)
})
