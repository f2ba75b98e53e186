import { hasCodePage } from './code-pages.ts'
import { fontA, fontB, type Font } from './font.ts'
import type { Picture, Scale, SettingOperation } from './operation.ts'
import type { EmulatedProfile } from './profile.ts'
import type { Complaint } from './sheet.ts'

/** What commands have set and `ESC @` sets back. */
export interface Settings {
  align: 'left' | 'center' | 'right'
  bold: boolean
  doubleStrike: boolean
  underlineDots: number
  inverse: boolean
  upsideDown: boolean
  font: Font
  width: number
  height: number
  codePage: number
  doubleByte: boolean
  /** The first half of a double-byte character. */
  leadByte: number | null
  leftMarginDots: number
  printWidthDots: number | null
  tabColumns: readonly number[]
  lineSpacingDots: number
  qrModuleDots: number
  qrLevel: 'L' | 'M' | 'Q' | 'H'
  qrData: string
  picture: { readonly picture: Picture; readonly scale: Scale } | null
}

/** 1/6 inch on a printer of 180 dpi, and what 203 dpi printers use too. */
const lineSpacingDotsDefault = 30
const tabStopsDefault = Array.from({ length: 31 }, (_, index) => (index + 1) * 8)
const fonts = { A: fontA, B: fontB }

export function startSettings(profile: EmulatedProfile): Settings {
  return {
    align: 'left',
    bold: false,
    doubleStrike: false,
    underlineDots: 0,
    inverse: false,
    upsideDown: false,
    font: fontA,
    width: 1,
    height: 1,
    codePage: 0,
    doubleByte: profile.doubleByte,
    leadByte: null,
    leftMarginDots: 0,
    printWidthDots: null,
    tabColumns: tabStopsDefault,
    lineSpacingDots: lineSpacingDotsDefault,
    qrModuleDots: 3,
    qrLevel: 'L',
    qrData: '',
    picture: null,
  }
}

/** Carries out a command that only changes settings; what the printer cannot do is complained about. */
export function applySetting(
  settings: Settings,
  operation: SettingOperation,
  profile: EmulatedProfile,
): Complaint | null {
  switch (operation.kind) {
    case 'align':
      settings.align = operation.to
      break
    case 'bold':
      settings.bold = operation.on
      break
    case 'double-strike':
      settings.doubleStrike = operation.on
      break
    case 'underline':
      settings.underlineDots = operation.dots
      break
    case 'inverse':
      settings.inverse = operation.on && profile.inverse
      if (operation.on && !profile.inverse) return { kind: 'not-drawn', detail: 'white on black' }
      break
    case 'upside-down':
      settings.upsideDown = operation.on
      break
    case 'font':
      settings.font = fonts[operation.font]
      break
    case 'size':
      return applySize(settings, operation.width, operation.height, profile)
    case 'mode':
      settings.font = fonts[operation.font]
      settings.bold = operation.bold
      settings.underlineDots = operation.underline ? 1 : 0
      return applySize(settings, operation.width, operation.height, profile)
    case 'code-page':
      settings.codePage = operation.page
      if (!hasCodePage(operation.page)) return { kind: 'not-drawn', detail: `code page ${operation.page}` }
      break
    case 'international':
      if (operation.set !== 0) return { kind: 'not-drawn', detail: `international character set ${operation.set}` }
      break
    case 'double-byte':
      settings.doubleByte = operation.on
      break
    case 'left-margin':
      settings.leftMarginDots = operation.dots
      break
    case 'print-width':
      settings.printWidthDots = operation.dots
      break
    case 'tabs':
      settings.tabColumns = operation.columns
      break
    case 'line-spacing':
      settings.lineSpacingDots =
        operation.units === null ? lineSpacingDotsDefault : unitsToDots(operation.units, profile)
      break
    case 'qr-model':
      if (operation.model === 1) return { kind: 'not-drawn', detail: 'QR model 1, drawn as model 2' }
      break
    case 'qr-module':
      settings.qrModuleDots = Math.min(operation.dots, profile.qrModuleDotsMax)
      break
    case 'qr-level':
      settings.qrLevel = operation.level
      break
  }
  return null
}

function applySize(settings: Settings, width: number, height: number, profile: EmulatedProfile): Complaint | null {
  settings.width = Math.min(width, profile.sizeMax)
  settings.height = Math.min(height, profile.sizeMax)
  return Math.max(width, height) > profile.sizeMax
    ? { kind: 'size-beyond-printer', detail: `${width}x${height}` }
    : null
}

/** Vertical motion units, as commands give them, in dots. */
export function unitsToDots(units: number, profile: EmulatedProfile): number {
  return Math.round(units * profile.verticalUnitDots)
}
