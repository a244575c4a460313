import { expect, it } from 'vitest';
import { startEdge } from '../support/start-edge.ts';

it('keeps an idle connection longer than whoever stands in front of it, so that no message meets its closing', async () => {
  const edge = await startEdge({ run: () => Promise.resolve() });
  const response = await fetch(`${edge.url}/healthz`);
  expect(response.headers.get('keep-alive')).toBe('timeout=75');
  const started = Date.now();
  await edge.close();
  expect(Date.now() - started).toBeLessThan(10_000); // and an idle one does not hold up the end
});
