import type { MediaFile, MediaItem, MediaSlide, MediaTrouble } from '../../shared/media.ts'
import { daySchema } from '../../shared/ids.ts'

/** Pictures, a film and slides as an office would show them; drawn here, so that nothing comes from elsewhere. */

/** A street of houses before hills, as wide and as high as is wanted. */
function drawn(width: number, height: number): string {
  const w = width / 100
  const h = height / 100
  const house = (x: number, y: number, wall: string, roof: string) =>
    `<path d="M${x * w} ${(y + 22) * h}v${-14 * h}l${9 * w} ${-10 * h} ${9 * w} ${10 * h}v${14 * h}z" fill="${wall}"/><path d="M${(x - 2) * w} ${(y + 9) * h}l${11 * w} ${-12 * h} ${11 * w} ${12 * h}z" fill="${roof}"/><path d="M${(x + 7) * w} ${(y + 22) * h}v${-8 * h}h${4 * w}v${8 * h}z" fill="#3b2a1d"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#bfe0ee"/><circle cx="${74 * w}" cy="${26 * h}" r="${9 * Math.min(w, h)}" fill="#fff3d0"/><path d="M0 ${62 * h}Q${24 * w} ${22 * h} ${48 * w} ${60 * h}T${100 * w} ${48 * h}V${100 * h}H0z" fill="#6d9b78"/><path d="M0 ${72 * h}Q${34 * w} ${52 * h} ${64 * w} ${70 * h}T${100 * w} ${66 * h}V${100 * h}H0z" fill="#4d7f5c"/>${house(12, 56, '#f3e9d8', '#8a4b32')}${house(40, 60, '#dfe7ea', '#55606b')}${house(67, 57, '#f0dfc9', '#8a4b32')}<path d="M0 ${84 * h}H${100 * w}V${100 * h}H0z" fill="#8d8578"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** A box that moves to the right for a second. */
const film =
  'data:video/webm;base64,GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAafEU2bdLlNu4tTq4QVSalmU6yBbk27i1OrhBZUrmtTrIGTTbuLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCBo3srgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYRErvTdTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPFhyiKwCJUl1ODgQFV7oEBhoVWX1ZQOOCdsIGguoFaU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAABa3ngQCgQLCh7IEAAAAQCACdASqgAFoACocIhYWImYSIOAIDHjU7OTmXcKGkjCwUog4xDziABCvMTrrvH3gZgfj3haCi/PGlw4XH9cK+a+t2I4o6mh9AAP7j+XJlOlPS8xABEfHT4BaiM/GV/VLCPT9kspKwAHWhv6a97oEBpbhQBQCdASqgAFoACocIhYWImYSIOAIABigPCHVUmu4h1VJruIdVSa7iHVUmu4h1VJruIbwA/uuuAKDWobOBAK8AEQQAKhHAABgAGj3/9AAEJVVVVVWdP7mOBVAIg+RwKMThpAD+4/lyZTqFtx1UmAB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7gQCg0qGvgQErABEEACoRwAAYABkID/QAAj1q1atXPOl5XtoIVOmi6gL2mUZA/uP5cmU6hYB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ga+g1KGwgQGRABEEACoRwAAYABloD/QAA1r158+gCxF+h10omNzQBftjhLBg/uP5cmU65+dAdaGbppnugQGllBECACoRwAAYABhYL/QACICBAAAA+4IBK6DSoa6BAfMAEQQAKhHAABgAGKoH9AABYbaSNtsCDOSMePJ+jcIItr2GBsD+4/lyZTpAdaGbppnugQGllBECACoRwAAYABhYL/QACICBAAAA+4IBkaDgobyBAlcAsQQAKhG4ABgAGkxX9AAONxWQu41vEuHOomiOHOpTHrjl0VknvdMsAP7lA5O9yYJot3T9qf7xqAB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ggHzoOahwoECuwAxBQAqEaQAGAWnikWH/wABvI23DW9IcSo7hmYL3uxtpYz6tAxlwz9F5OOKAP7myl+RB8WHip1+z0sX1LjpAHWhm6aZ7oEBpZQRAgAqEcAAGAAYWC/0AAiAgQAAAPuCAleg3KG5gQMfANEEACoRkAAYABnrl/QACvdjrcH/ynOuVt14jbkvG7BkeCpU84doO8ng/ug1IaFpEHbTKhAAdaGappjugQGlk/EBACoRwBRgAGFgv9AAIgIEAAD7ggK7oN6huoEDgwARBQAqEXgAGAAZcl/0AAebly5gxcfLCqL3EH/i1y5sZTrsfR1SSiD4c0wA/unqMpojDRIA2sB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ggMfoO2hyYED5wAxBQAqEWAAGAAaqzf0ABAypUqVESmPBQIsIiKV94Fw6KlvvB+hIl7vU/T8AP7q0iu8g+LddLJEHhRz8H+cUZ/508wm3AB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ggODoOShwIEESwDxBAAqEVQAGAAaq5f0ABCTuglfisvzCNgF6ejMTJQ7v8QTQ45pvRSgRYD+6zTu0IPiwQxwZg1BtvMmmAB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ggPnoO2hyYEErwAxBQAqEUAAGAAcQ5f0ABs6wmLTugXnszjCWHX1xRfdSOltwJMYVAY65uQAAP7r3h2TvS8RhnrhnGQHHv64AnxAFTiUgsB1oZumme6BAaWUEQIAKhHAABgAGFgv9AAIgIEAAAD7ggRLoOKhvoEFEwCxBAAqETAAGAAarM/0ABHABy5AYyFEh+Vvzqe8kXP3QN4uANZuCuOo/uxwzZO9LxGGeKoOwCuX0WAAdaGbppnugQGllBECACoRwAAYABhYL/QACICBAAAA+4IEr6DvocuBBXcA0QQAKhEcABgAG+WP9AAb8VisV4kN3RnjhSl7rC1pkczvAC5TLhisVID+7Qcdk70vxhNJH1pLnFhcOfdVP/mgzoAB6v/gUAB1oZumme6BAaWUEQIAKhGMABgAGFgv9AAIgIEAAAD7ggUTHFO7a427i7OBALeG94EB8YHU'

const wide = drawn(1600, 900)
const tall = drawn(900, 1350)

export const widePicture = picture('kantor-kita.jpg', wide, 'Rumah-rumah di bawah bukit')
export const tallPicture = picture('poster.png', tall, '')

export const exampleSlide: MediaSlide = {
  kind: 'slide',
  id: `slide-${'1'.repeat(32)}`,
  until: daySchema.parse('2026-12-18'),
  words: {
    id: {
      heading: 'Akta kelahiran gratis',
      text: 'Bawa surat keterangan lahir, kartu keluarga, dan KTP kedua orang tua. Selesai dalam satu hari.',
    },
    en: {
      heading: 'Birth certificates are free',
      text: 'Bring the birth letter, the family card and both parents’ identity cards. Done within one day.',
    },
    su: {
      heading: 'Akta kalahiran gratis',
      text: 'Candak serat katerangan lahir, kartu kulawarga, sareng KTP ibu sareng bapa. Réngsé dina sadinten.',
    },
  },
}

/** As long as a slide may be; in English in letters and words wider than any. */
export const longestSlide: MediaSlide = {
  kind: 'slide',
  id: `slide-${'2'.repeat(32)}`,
  until: null,
  words: {
    id: {
      heading: 'Perpindahan penduduk antarkabupaten dan antarprovinsi (2026)',
      text: 'Perpindahan penduduk antarkabupaten dan antarprovinsi memerlukan surat keterangan pindah dari daerah asal. Serahkan berkas yang telah ditandatangani kepada petugas di loket pendaftaran penduduk sebelum pukul dua belas siang pada hari kerja.',
    },
    en: { heading: 'W'.repeat(60), text: 'W'.repeat(240) },
  },
}

export const exampleFilm: MediaFile = {
  kind: 'video',
  id: 'cara-mengambil-nomor.webm',
  until: daySchema.parse('2026-11-20'),
  address: film,
  description: 'Cara mengambil nomor di mesin tiket',
}

export const exampleMedia: readonly MediaItem[] = [widePicture, exampleSlide, tallPicture, exampleFilm]

export const exampleTroubles: readonly MediaTrouble[] = [
  { name: 'media.json.broken-2026-11-24T02-10-00-000Z', why: 'list-set-aside' },
  { name: 'brosur.pdf', why: 'unfit-ending' },
  { name: 'drone-kota.mp4', why: 'video-too-large' },
  {
    name: 'Foto bersama bapak bupati dan seluruh pegawai dinas kependudukan dan pencatatan sipil.jpg',
    why: 'not-as-named',
  },
]

function picture(id: string, address: string, description: string): MediaFile {
  return { kind: 'picture', id, until: null, address, description }
}
