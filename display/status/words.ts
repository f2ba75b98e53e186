import en from '../../shared/words/status/en.json' with { type: 'json' }
import id from '../../shared/words/status/id.json' with { type: 'json' }
import su from '../../shared/words/status/su.json' with { type: 'json' }

export const words = { id, en, su }
