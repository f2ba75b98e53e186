import { startHubProcess } from './hub-process.ts'
import { measurePress } from './press.ts'
import { measureRush } from './rush.ts'
import { printTable, type Row } from './table.ts'

/** `npm run bench`: the figures of the main job, each beside the floor measured in the same run. */
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
  const pressed = await measurePress(hub)
  rows.push(...pressed.rows, ...(await measureRush(hub, pressed.perSecond)))
  const resident = hub.residentBytes() / 1e6
  rows.push({
    what: 'hub resident memory after that',
    measured: `${Math.round(resident)} MB`,
    target: '<= 120 MB',
    floor: '',
    met: resident <= 120,
  })
} finally {
  await hub.stop()
}
printTable(rows)
process.exit(rows.every(({ met }) => met) ? 0 : 1)
