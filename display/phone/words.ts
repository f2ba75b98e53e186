import en from '../../shared/words/phone/en.json' with { type: 'json' }
import id from '../../shared/words/phone/id.json' with { type: 'json' }
import su from '../../shared/words/phone/su.json' with { type: 'json' }

export const words = { id, en, su }
