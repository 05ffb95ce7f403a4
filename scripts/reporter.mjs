import { writeSync } from 'node:fs'

/** Ends a run of the tests with one line for programs: `12 passed, 0 failed`. */
export default class CountReporter {
  passed = 0
  failed = 0

  onInit() {
    // The last word, after all that the other reporters have to say.
    process.on('exit', () => writeSync(1, `${this.passed} passed, ${this.failed} failed\n`))
  }

  onTestCaseResult(test) {
    const { state } = test.result()
    if (state === 'passed') this.passed++
    if (state === 'failed') this.failed++
  }

  onTestRunEnd(testModules, unhandledErrors) {
    // A file that cannot be loaded has no failing test to count, nor has an error between tests.
    const broken = [...testModules].filter(testModule => testModule.errors().length > 0)
    this.failed += broken.length + unhandledErrors.length
    if (this.passed + this.failed === 0) this.failed = 1
  }
}
