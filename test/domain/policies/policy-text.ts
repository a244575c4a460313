/** A policy file for tests: good front matter over `body`. `changes` replaces or removes single lines of front matter. */
export function policyText(body: string, changes: Record<string, string | undefined> = {}): string {
  const cover: Record<string, string | undefined> = {
    id: 'bicycles',
    title: 'Bicycles',
    status: 'in-force',
    owner: 'head',
    version: '"1.0"',
    audience: '[staff]',
    ...changes,
  };
  const lines = Object.entries(cover).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`));
  return ['---', ...lines, '---', '', body].join('\n');
}

export const somewhere = { schoolId: 'hill', file: 'bicycles.md', contentHash: '0' };
