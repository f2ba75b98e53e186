import { expect, test } from 'vitest'
import { outageKeyIn } from '../../kiosk/screen/use-outage-key.ts'
import { canBeOutageKey } from '../../shared/outage-key.ts'

test('a key of a keyboard or a button box can be the outage key, and nothing else', () => {
  const keys = ['Pause', 'F1', 'F12', 'F24', 'ScrollLock', 'KeyQ', 'Digit0', 'NumpadEnter', 'PageDown', 'Escape']
  const others = ['', 'pause', 'F0', 'F25', 'F', 'Banana', 'ShiftLeft', 'KeyÉ', 'Pause ', 'F1F2']
  expect(keys.filter((key) => !canBeOutageKey(key))).toEqual([])
  expect(others.filter(canBeOutageKey)).toEqual([])
})

test("the page's address names the key; where it names none there is, the usual one holds", () => {
  expect(
    ['', '?outage-key=F12', '?lang=en&outage-key=KeyQ', '?outage-key=Banana', '?outage-key='].map(outageKeyIn),
  ).toEqual(['Pause', 'F12', 'KeyQ', 'Pause', 'Pause'])
})
