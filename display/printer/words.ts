import en from '../../shared/words/printer/en.json' with { type: 'json' }
import id from '../../shared/words/printer/id.json' with { type: 'json' }
import su from '../../shared/words/printer/su.json' with { type: 'json' }

export const words = { id, en, su }
