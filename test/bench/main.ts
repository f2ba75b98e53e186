import { build } from '../../kiosk/build.ts'
import { measureBanner } from './banner.ts'
import { startHubProcess } from './hub-process.ts'
import { measureFirstByte } from './first-byte.ts'
import { measureLineTime } from './line-time.ts'
import { measureLobbyFrames } from './lobby-frames.ts'
import { measureLobbyMemory } from './lobby-memory.ts'
import { measurePainted } from './painted.ts'
import { measurePress } from './press.ts'
import { measureRush } from './rush.ts'
import { measureSounded } from './sounded.ts'
import { printTable, type Row } from './table.ts'
import { measureWeights } from './weights.ts'

/** `npm run bench`: the figures of the main job, each beside the floor measured in the same run. */
await build()
const hub = await startHubProcess()
const rows: Row[] = []
try {
  rows.push({
    what: 'hub started to ready',
    measured: `${Math.round(hub.readyMs)} ms`,
    target: '<= 2000 ms',
    floor: '',
    met: hub.readyMs <= 2_000,
  })
  rows.push(...(await measureFirstByte(hub)), ...(await measureLineTime(hub)), ...(await measurePainted(hub)))
  const pressed = await measurePress(hub)
  const resident = hub.residentBytes() / 1e6
  rows.push(...pressed.rows, ...(await measureRush(hub, pressed.perSecond)), {
    what: 'hub resident memory after a day of numbers',
    measured: `${Math.round(resident)} MB`,
    target: '<= 120 MB',
    floor: '',
    met: resident <= 120,
  })
} finally {
  await hub.stop()
}
rows.push(
  ...(await measureSounded()),
  ...(await measureBanner()),
  ...(await measureLobbyFrames()),
  ...(await measureLobbyMemory()),
  ...measureWeights(),
)
printTable(rows)
process.exit(rows.every(({ met }) => met) ? 0 : 1)
