import en from '../../shared/words/lobby/en.json' with { type: 'json' }
import id from '../../shared/words/lobby/id.json' with { type: 'json' }
import su from '../../shared/words/lobby/su.json' with { type: 'json' }

/** What the board says by itself. */
export const words = { id, en, su }
