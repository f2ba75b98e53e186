/**
 * Whether a PIN of six digits is among the first that somebody would try: one digit six times, digits counted up or down
 * (123456, 098765), or two or three digits repeated (121212, 123123). Others are nobody's business.
 */
export function isSimplePin(pin: string): boolean {
  if (!/^\d{6}$/.test(pin)) return false
  const steps = new Set(Array.from(pin.slice(1), (digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10))
  const isCounted = steps.size === 1 && [0, 1, 9].some((step) => steps.has(step))
  return isCounted || pin === pin.slice(0, 2).repeat(3) || pin === pin.slice(0, 3).repeat(2)
}
