/**
 * The key with which staff at a kiosk say that something does not work, by its place on a keyboard as
 * `KeyboardEvent.code` names it (UI Events, "KeyboardEvent code Values"). A key that only changes what others do, such as
 * Shift, cannot be it.
 */
export const usualOutageKey = 'Pause'

export function canBeOutageKey(code: string): boolean {
  return codes.test(code)
}

const codes = new RegExp(
  `^(?:${[
    'F(?:[1-9]|1[0-9]|2[0-4])',
    'Key[A-Z]',
    'Digit[0-9]',
    'Numpad(?:[0-9]|Add|Comma|Decimal|Divide|Enter|Equal|Multiply|Subtract)',
    'Arrow(?:Down|Left|Right|Up)',
    'Bracket(?:Left|Right)',
    'Back(?:quote|slash|space)',
    'Page(?:Down|Up)',
    'Comma|Minus|Equal|Period|Quote|Semicolon|Slash|Space|Tab|Enter|Escape',
    'Insert|Delete|Home|End|ContextMenu|NumLock|Pause|PrintScreen|ScrollLock',
  ].join('|')})$`,
)
