import { killWhilePrinting } from './matrix/kills.ts'
import { allCases, runCase, type Result } from './matrix/cases.ts'

// Each fault in each phase of a job: what the server was told, what the journal holds, what the paper shows.

const columns = ['printer', 'fault', 'when', 'server was told', 'journal', 'unmarked', 'marked', ''] as const
const rowOf = ({ model, fault, phase, told, journal, unmarked, marked, faults }: Result): string[] => [
  ...[model, fault, phase, told, journal, String(unmarked), String(marked)],
  faults.length === 0 ? 'ok' : `FAILED: ${faults.join('; ')}`,
]

const [wanted] = process.argv.slice(2)
const widths = [10, 12, 7, 28, 8, 8, 6, 0]
const print = (row: readonly string[]): void =>
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )

print(columns)
let passed = 0
const failed: string[] = []
for (const one of allCases()) {
  if (wanted !== undefined && !Object.values(one).includes(wanted)) continue
  const result = await runCase(one)
  print(rowOf(result))
  if (result.faults.length === 0) passed += 1
  else failed.push(`${one.model} ${one.fault} ${one.phase}`)
}
const killTimes = 100
if (wanted === undefined || wanted === 'kills') {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const { printed, unknown, faults } = await killWhilePrinting(killTimes, seed)
  console.log(
    `killed ${killTimes} times while printing (seed ${seed}): ${printed} printed, ${unknown} unknown, ` +
      (faults.length === 0 ? 'no job twice unmarked  ok' : `FAILED: ${faults.join('; ')}`),
  )
  if (faults.length > 0) failed.push('kills')
  else passed += 1
}
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
