import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Office } from '../../shared/office.ts'
import { readOffice } from './office-flaws.ts'

/** The office document in a YAML file, or the built-in example. What is wrong is said in lines that name the field. */
export async function readOfficeFile(
  file: string | undefined,
): Promise<{ ok: true; office: Office } | { ok: false; flaws: readonly string[] }> {
  if (file === undefined) return { ok: true, office: exampleOffice }
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { ok: false, flaws: [missing ? `${file}: no such file` : `${file}: cannot be read (${String(error)})`] }
  }
  try {
    return readOffice(parse(text))
  } catch (error) {
    const line = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { ok: false, flaws: [`${file}: not YAML: ${line}`] }
  }
}
