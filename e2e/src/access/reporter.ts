import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const conformance = join(import.meta.dirname, '../../../kiosk/ACCESS.md')

/** What needs a person or a meter: the lines of the site checklist. */
const siteItems = (): string[] =>
  readFileSync(conformance, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- [ ] '))
    .map((line) => line.slice(6))

/** One line a test, with the requirements that it proves; the site's own list; and the sum. */
export default class AccessReporter implements Reporter {
  #passed = 0
  #failed = 0

  onTestEnd(test: TestCase, { status, errors }: TestResult): void {
    const isPassed = status === 'passed'
    if (isPassed) this.#passed += 1
    else this.#failed += 1
    console.log(`${isPassed ? '✓' : '✗'} ${test.title}`)
    for (const { message } of errors) console.log(`    ${message?.split('\n').slice(0, 12).join('\n    ')}`)
  }

  onError({ message }: { message?: string }): void {
    this.#failed += 1
    console.log(message)
  }

  onEnd(): void {
    console.log('\nTo be checked on site, by a person or with a meter (kiosk/ACCESS.md):')
    for (const item of siteItems()) console.log(`  ${item}`)
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`)
  }

  printsToStdio(): boolean {
    return true
  }
}
