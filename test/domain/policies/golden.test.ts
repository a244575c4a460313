import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { stampIds } from '../../../src/domain/policies/stamp-ids.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const example = read('golden/bicycles-in-snow.md');

it('reads the example of policies/README.md as the golden file says', () => {
  const parsed = parsePolicy(example, { schoolId: 'hill', file: 'bicycles-in-snow.md', contentHash: '0' });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const { markdown, ...policy } = parsed.policy;
  expect(markdown).toBe(example);
  expect({ ...parsed, policy }).toEqual(JSON.parse(read('golden/bicycles-in-snow.json')));
  expect(stampIds(example)).toBe(example);
});

it('is the example that policies/README.md shows', () => {
  const readme = read('../../../policies/README.md');
  expect(/```markdown\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(example);
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});
