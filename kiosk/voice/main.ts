import { espeakSpeaker } from '../../hardware/voice/espeak.ts'
import { systemClock } from '../clock.ts'
import { endWhenTold } from '../end-when-told.ts'
import { readSettings } from '../settings.ts'
import { startVoice } from './voice.ts'

/** The voice as a program of its own, on the hub's machine. Exit code 2: it cannot start as it is told to. */
const read = readSettings(process.argv.slice(2), process.env)
if (!read.ok) {
  console.error(read.flaw)
  process.exit(2)
}
const { settings } = read
const stopsBy = endWhenTold()
const voice = startVoice({
  hub: settings.hub ?? `http://127.0.0.1:${settings.port}`,
  data: settings.data,
  speaker: espeakSpeaker(),
  clock: systemClock,
  log: (line) => console.error(`voice: ${line}`),
})
stopsBy(() => voice.stop())
