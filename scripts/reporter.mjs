import { writeSync } from 'node:fs'

/** Says which tests were skipped and why, and ends a run with one line for programs: `12 passed, 0 failed`. */
export default class CountReporter {
  passed = 0
  failed = 0
  skipped = []

  onInit() {
    // The last word, after all that the other reporters have to say.
    process.on('exit', () => {
      const count = `${this.passed} passed, ${this.failed} failed`
      writeSync(1, [...this.skipped, count, ''].join('\n'))
    })
  }

  onTestCaseResult(test) {
    const { state, note } = test.result()
    if (state === 'passed') this.passed++
    if (state === 'failed') this.failed++
    if (state === 'skipped' && note) this.skipped.push(`Skipped: ${test.fullName} (${note})`)
  }

  onTestRunEnd(testModules, unhandledErrors) {
    // A file that cannot be loaded has no failing test to count, nor has an error between tests.
    const broken = [...testModules].filter(testModule => testModule.errors().length > 0)
    this.failed += broken.length + unhandledErrors.length
    if (this.passed + this.failed === 0) this.failed = 1
  }
}
