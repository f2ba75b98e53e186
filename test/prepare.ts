import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { build } from '../kiosk/build.ts'

/**
 * What the tests need beyond npm: Debian's Chromium for the screens, socat for serial lines, zbar to read QR codes as
 * a phone would, espeak-ng for the voice. As root on Debian it installs what is missing; elsewhere it prints the one
 * command to run.
 */
const needed = [
  { program: 'chromium', from: 'chromium' },
  { program: 'socat', from: 'socat' },
  { program: 'zbarimg', from: 'zbar-tools' },
  { program: 'espeak-ng', from: 'espeak-ng' },
  { program: 'pdftotext', from: 'poppler-utils' },
]

const missing = needed.filter(({ program }) => spawnSync('which', [program]).status !== 0).map(({ from }) => from)
if (missing.length > 0) install(missing)
await build()

function install(packages: readonly string[]): void {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`The tests need ${packages.join(', ')}. On Debian, run as root: ${command}`)
    process.exit(1)
  }
  console.log(`Installing ${packages.join(', ')} ...`)
  const { status } = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) process.exit(status ?? 1)
}
