import { localTime } from '../day.ts'
import type { Day, EpochMs } from '../ids.ts'
import type { Language } from '../language.ts'

/**
 * Moments as people read them, in the office's time zone: the clock alone when it is today, with the weekday and date
 * otherwise ("09.30", "Rabu, 25 November, 09.30"). Indonesian and Sundanese write hours with a dot. Midnight at the
 * end of a day is never written as 24.00.
 */
export function moment(language: Language, timeZone: string, at: EpochMs, now: EpochMs): string {
  const clock = clockTime(language, timeZone, at)
  return localTime(at, timeZone).date === localTime(now, timeZone).date
    ? clock
    : `${dateOf(language, timeZone, at)}, ${clock}`
}

export function clockTime(language: Language, timeZone: string, at: EpochMs): string {
  const { minute } = localTime(at, timeZone)
  return `${two(Math.floor(minute / 60))}${language === 'en' ? ':' : '.'}${two(minute % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Weekday, day and month: "Rabu, 25 November". */
export function dateOf(language: Language, timeZone: string, at: EpochMs): string {
  return dayOf(language, localTime(at, timeZone).date)
}

/** The same of a date: "Rabu, 25 November". */
export function dayOf(language: Language, date: Day): string {
  const names = calendar[language]
  const weekday = names.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  const month = names.months[Number(date.slice(5, 7)) - 1] ?? ''
  const day = Number(date.slice(8))
  return language === 'en' ? `${weekday} ${day} ${month}` : `${weekday}, ${day} ${month}`
}

// Written out because engines carry no Sundanese, and every screen must agree with the paper.
const calendar: Readonly<Record<Language, { weekdays: readonly string[]; months: readonly string[] }>> = {
  id: {
    weekdays: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
    months: [
      'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
    ],
  },
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
    ],
  },
  su: {
    weekdays: ['Minggu', 'Senén', 'Salasa', 'Rebo', 'Kemis', 'Jumaah', 'Saptu'],
    months: [
      'Januari', 'Fébruari', 'Maret', 'April', 'Méi', 'Juni', 'Juli', 'Agustus', 'Séptémber', 'Oktober', 'Novémber', 'Désémber',
    ],
  },
}
