// Prints "passed failed skipped" from a vitest JSON report, and names every test that failed or was skipped. A missing report is a failure.
import { readFileSync } from 'node:fs';

try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo');
  for (const { fullName } of skipped) console.error(`skipped: ${fullName}`);
  for (const { fullName, failureMessages } of tests.filter(({ status }) => status === 'failed')) {
    console.error(`failed: ${fullName}\n  ${(failureMessages[0] ?? '').split('\n').slice(0, 8).join('\n  ')}`);
  }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  for (const { name } of brokenFiles) console.error(`did not run: ${name}`);
  const count = (status) => tests.filter((test) => test.status === status).length;
  console.log(count('passed'), count('failed') + brokenFiles.length, skipped.length);
} catch (error) {
  console.error(`The test report could not be read: ${error.message}`);
  console.log(0, 1, 0);
}
