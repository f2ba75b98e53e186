import { contextBridge } from 'electron'
import about from '../../package.json' with { type: 'json' }

/** All that the page gets from the shell: the program's version, so that a screen can be asked what it runs. No IPC. */
contextBridge.exposeInMainWorld('loket', Object.freeze({ version: about.version }))
