import { fork } from 'node:child_process'
import path from 'node:path'
import type { Client, HubProcess } from './hub-process.ts'

/** An agent in a process of its own, as in an office, with the printer at `printer`. */
export interface AgentProcess {
  stop(): Promise<void>
}

export function startAgentProcess(hub: HubProcess, printer: string): AgentProcess {
  const flags = ['--hub', hub.address, '--printer', printer, '--data', hub.data]
  const child = fork(path.join(import.meta.dirname, '../../dist/app/agent.mjs'), flags, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Settles when the kiosk's printer is ready and has no paper under way. */
export function papersAtRest(kiosk: Client): Promise<void> {
  return new Promise((resolve) => {
    kiosk.on('view', ({ view }) => {
      if (view.kind !== 'kiosk' || view.printer.state !== 'ready' || view.papers.some(isUnderWay)) return
      kiosk.off('view')
      resolve()
    })
    kiosk.emit('refresh')
  })
}

function isUnderWay({ state }: { state: string }): boolean {
  return state === 'wanted' || state === 'started'
}
