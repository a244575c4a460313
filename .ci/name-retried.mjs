/** A vitest reporter that names every test that passed only when it was run again. */
export default class NameRetried {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) console.log(`passed only when run again: ${test.fullName}`);
  }
}
