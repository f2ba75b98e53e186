/** One measured figure beside what it should be and the floor it was measured against. */
export interface Row {
  readonly what: string
  readonly measured: string
  readonly target: string
  /** What the machine itself gave in the same run; empty where there is no such floor. */
  readonly floor: string
  readonly met: boolean
}

export function printTable(rows: readonly Row[]): void {
  const lines = [
    ['what', 'measured', 'target', 'floor in the same run', ''],
    ...rows.map(({ what, measured, target, floor, met }) => [what, measured, target, floor, met ? 'met' : 'MISSED']),
  ]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

/** The value below which `share` of the values lie, by the nearest-rank method. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`
}
