import { spawnSync } from 'node:child_process';

// One broadcast to 10,000 people, by one instance and by four that share the outbox: what the time comes to, of the best
// that Teams' limits allow. The clock is a simulated one; the connector keeps the limits and answers with faults.
const { RECIPIENTS: recipients = '10000' } = process.env;
const args = ['vitest', 'run', '--project', 'slow', 'test/jobs/broadcast-large.test.ts', '--reporter=dot'];
const { status } = spawnSync('npx', args, { stdio: 'inherit', env: { ...process.env, RECIPIENTS: recipients } });
process.exitCode = status ?? 1;
