import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildGallery } from '../../display/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that holds the gallery of this run, built from the sources as they were when it began. */
    readonly builtGallery: string
  }
}

/** Builds the gallery once for all files of a run, and again for each rerun of a watching one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'))
  await buildGallery(folder)
  project.provide('builtGallery', folder)
  project.onTestsRerun(() => buildGallery(folder))
  return () => rm(folder, { recursive: true, force: true })
}
