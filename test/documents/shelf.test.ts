import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LibraryError } from '../../src/documents/library-error.ts';
import { loadSchool } from '../../src/documents/load-school.ts';
import { openShelf, type Reload } from '../../src/documents/open-shelf.ts';
import { readTrust } from '../../src/documents/read-trust.ts';
import type { LibraryShelf } from '../../src/domain/policies/library-shelf.ts';
import { projectRoot } from '../../src/project-root.ts';
import { policy, schoolYaml, shelfFolder } from './shelf-folder.ts';

const still = { watch: false };

async function watched(path: string) {
  const reloads: Reload[] = [];
  const shelf = await openShelf(path, { onReload: (reload) => reloads.push(reload) });
  onTestFinished(() => shelf.close());
  return { shelf, reloads };
}

const asking = (words: string) => ({ words, clause: 'a#abc123', says: 'One rule for bicycles.' });
const soon = { timeout: 5000, interval: 20 };
const wordsOf = (shelf: LibraryShelf, id: string) =>
  shelf.find(id)?.policies.flatMap(({ clauses }) => clauses.map(({ text }) => text));

async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const folder = shelfFolder({ 'mill/school.yaml': schoolYaml('mill'), 'mill/a.md': policy('a', 'One.'), ...files });
  const shelf = await openShelf(folder.path, still);
  return shelf.problems().map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('opening the shelf', () => {
  it('serves every school with its own policies, in the order of the files', async () => {
    const { path } = shelfFolder({
      'hill/school.yaml': schoolYaml('hill'),
      'hill/b.md': policy('b', 'Two.'),
      'hill/a.md': policy('a', 'One.'),
      'hill/README.md': '# not a policy',
      'mill/school.yaml': schoolYaml('mill'),
      'mill/a.md': policy('a', 'Three.'),
      'README.md': 'how it is written',
      'notes/list.txt': 'no school',
    });
    const shelf = await openShelf(path, still);
    expect(shelf.problems()).toEqual([]);
    expect(shelf.schools().map(({ school }) => school.id)).toEqual(['hill', 'mill']);
    expect(wordsOf(shelf, 'hill')).toEqual(['One.', 'Two.']);
    expect(wordsOf(shelf, 'mill')).toEqual(['Three.']);
    expect(shelf.find('mill')?.policies[0]).toMatchObject({ schoolId: 'mill', file: 'a.md' });
    expect(shelf.find('mill')?.policies[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(shelf.find('gone')).toBeUndefined();
  });

  it('serves the shipped schools without a problem', async () => {
    const shelf = await openShelf(join(projectRoot, 'policies'), still);
    expect(shelf.problems()).toEqual([]);
    expect(shelf.schools().length).toBeGreaterThan(0);
  });

  it.each([
    [
      'two policies with one id',
      { 'hill/b.md': policy('a', 'Two.') },
      'hill/b.md:2: a.md has the id "a" too; give this policy another',
    ],
    [
      'an addendum to nothing',
      { 'hill/b.md': policy('b', 'Two.', { amends: 'c' }) },
      'hill/b.md:8: no policy of this school has the id "c"',
    ],
    [
      'an owner whom nobody is',
      { 'hill/b.md': policy('b', 'Two.', { owner: 'dpo' }) },
      'hill/b.md:5: nobody in school.yaml holds the role dpo',
    ],
    [
      'a mistake in front matter',
      { 'hill/b.md': policy('b', 'Two.', { approved: '2026-02-30' }) },
      'hill/b.md:8: "approved": use a date',
    ],
    [
      'a mistake in school.yaml',
      { 'hill/school.yaml': schoolYaml('hill', 'terms: []\nheads: []') },
      'hill/school.yaml:7: unknown key "heads"',
    ],
    [
      'cover by nobody',
      {
        'hill/school.yaml': schoolYaml('hill').replace(
          '[head]',
          '[head], away: [{ from: 2026-11-02, to: 2026-11-03, cover: bob }]',
        ),
      },
      'hill/school.yaml:5: "people.0.away.0.cover": nobody here has the id "bob"',
    ],
    [
      'cover by oneself',
      {
        'hill/school.yaml': schoolYaml('hill').replace(
          '[head]',
          '[head], away: [{ from: 2026-11-02, to: 2026-11-03, cover: ada }]',
        ),
      },
      'nobody covers for themselves',
    ],
    [
      'two people with one id',
      { 'hill/school.yaml': schoolYaml('hill', '  - { id: ada, name: Bo Hill }') },
      'hill/school.yaml:6: "people.1.id": an earlier entry has the same id',
    ],
    [
      'a contact that cannot be reached',
      {
        'hill/school.yaml': schoolYaml(
          'hill',
          'contacts:\n  - { id: lado, name: LADO, for: advice, checkedOn: 2026-09-01 }',
        ),
      },
      'hill/school.yaml:7: "contacts.0": give a phone, an email or a url',
    ],
    [
      'a policy in a school that does not exist',
      { 'hall/b.md': policy('b', 'Two.') },
      'hall/b.md:1: this policy belongs to no school',
    ],
    ['a policy outside any folder', { 'b.md': policy('b', 'Two.') }, 'b.md:1: this policy belongs to no school'],
    [
      'a second school with the same id',
      { 'till/school.yaml': schoolYaml('mill') },
      'till/school.yaml:1: the school in "mill" has the id "mill" too',
    ],
    [
      'a file that is not UTF-8',
      { 'hill/b.md': Buffer.from([0x2d, 0xff, 0xfe]) },
      'hill/b.md:1: the file is not UTF-8',
    ],
  ])('tells %s, and serves the other school', async (_name, files, problem) => {
    const problems = await problemsOf({
      'hill/school.yaml': schoolYaml('hill'),
      'hill/a.md': policy('a', 'One.'),
      ...files,
    });
    expect(problems.join('\n')).toContain(problem);
  });

  it('lets nobody hold the role of a withdrawn policy', async () => {
    expect(await problemsOf({ 'mill/b.md': policy('b', 'Two.', { owner: 'dpo', status: 'withdrawn' }) })).toEqual([]);
  });

  it('throws an error that lists every problem when no school is good', async () => {
    const { path } = shelfFolder({ 'hill/school.yaml': 'id: hill', 'hill/a.md': 'no front matter' });
    const error = await openShelf(path, still).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LibraryError);
    expect(String(error)).toMatch(/hill\/school.yaml:1: "name" is missing/);
    expect(String(error)).toMatch(/hill\/a.md:1: the file must start with front matter/);
  });

  it('throws for a folder that is not there, and for one without a school', async () => {
    const { path } = shelfFolder({});
    await expect(openShelf(join(path, 'none'))).rejects.toThrow(/cannot be read; make it, or set POLICIES_DIR/);
    await expect(openShelf(path)).rejects.toThrow(/no school is here/);
  });

  it('loads 1,000 clauses in under 150 ms of processor time', async () => {
    const body = (n: number) =>
      Array.from(
        { length: 100 },
        (_, i) =>
          `**${n}.${i}** Staff *must not* lend bicycle ${i} to [pupils](https://a.example/b) without the headteacher’s agreement, and say so in writing on the same day.`,
      ).join('\n\n');
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`hill/p${n}.md`, policy(`p${n}`, body(n))]));
    const { path } = shelfFolder({ 'hill/school.yaml': schoolYaml('hill'), ...files });
    for (const file of readdirSync(join(path, 'hill'))) utimesSync(join(path, 'hill', file), 0, 0);
    const times: number[] = [];
    for (let run = 0; run < 5; run++) {
      const start = process.cpuUsage();
      const shelf = await openShelf(path, still);
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
      expect(wordsOf(shelf, 'hill')).toHaveLength(1000);
    }
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('a change on disk', () => {
  const start = () =>
    shelfFolder({
      'hill/school.yaml': schoolYaml('hill'),
      'hill/a.md': policy('a', 'One.'),
      'mill/school.yaml': schoolYaml('mill'),
    });

  it('is served soon, and a school whose files are the same keeps its library', async () => {
    const folder = start();
    const { shelf, reloads } = await watched(folder.path);
    const mill = shelf.find('mill');
    folder.write('hill/a.md', policy('a', 'Two.'));
    await vi.waitFor(() => expect(wordsOf(shelf, 'hill')).toEqual(['Two.']), soon);
    expect(shelf.find('mill')).toBe(mill);
    expect(reloads.at(-1)).toEqual({ changed: ['hill'], kept: [], problems: [] });
  });

  it('to phrasings.yaml counts soon; what is wrong in it is named by its line and stops nothing', async () => {
    const folder = start();
    const { shelf, reloads } = await watched(folder.path);
    const entry = (words: string, key: string, says: string) =>
      `- { words: "${words}", clause: "${key}", says: "${says}" }\n`;
    folder.write('hill/a.md', policy('a', 'One rule for bicycles. {#abc123}'));
    const good = entry('May I ride?', 'a#abc123', 'One rule for …');
    const bad = [entry('May I fly?', 'a#zzz999', 'One rule for …'), entry('May I swim?', 'a#abc123', 'One rule for')];
    folder.write('hill/phrasings.yaml', `${good}${bad.join('')}- oh\n`);
    await vi.waitFor(() => expect(shelf.find('hill')?.phrasings).toHaveLength(3), soon);
    expect(wordsOf(shelf, 'hill')).toEqual(['One rule for bicycles.']);
    expect(reloads.at(-1)?.kept).toEqual([]);
    expect(shelf.find('mill')?.phrasings).toBeUndefined();
    expect(shelf.problems().map(({ file, line, leftOut }) => [file, line, leftOut])).toEqual([
      ['hill/phrasings.yaml', 4, true],
      ['hill/phrasings.yaml', 2, true],
      ['hill/phrasings.yaml', 3, true],
    ]);
    folder.write('hill/phrasings.yaml', good);
    await vi.waitFor(() => expect(shelf.find('hill')?.phrasings).toHaveLength(1), soon);
    expect(shelf.problems()).toEqual([]);
  });

  it('that breaks a file leaves the last good library in service and says so, until it is mended', async () => {
    const folder = start();
    const { shelf, reloads } = await watched(folder.path);
    const good = shelf.find('hill');
    folder.write('hill/a.md', policy('a', 'Two.', { owner: 'boss' }));
    await vi.waitFor(() => expect(reloads.at(-1)?.kept).toEqual(['hill']), soon);
    expect(shelf.find('hill')).toBe(good);
    expect(shelf.problems()).toMatchObject([{ file: 'hill/a.md', line: 5 }]);
    folder.write('hill/a.md', policy('a', 'Three.'));
    await vi.waitFor(() => expect(wordsOf(shelf, 'hill')).toEqual(['Three.']), soon);
    expect(shelf.problems()).toEqual([]);
  });

  it('can be a new school, a school taken away, and a folder that comes back', async () => {
    const folder = start();
    const { shelf } = await watched(folder.path);
    folder.write('till/school.yaml', schoolYaml('till'));
    await vi.waitFor(() => expect(shelf.find('till')).toBeDefined(), soon);
    folder.write('till/a.md', policy('a', 'New.'));
    await vi.waitFor(() => expect(wordsOf(shelf, 'till')).toEqual(['New.']), soon);
    folder.remove('till');
    await vi.waitFor(() => expect(shelf.find('till')).toBeUndefined(), soon);
    folder.copy('hill', 'till');
    await vi.waitFor(() => expect(shelf.problems()).toHaveLength(1), soon);
    expect(shelf.schools().map(({ school }) => school.id)).toEqual(['hill', 'mill']);
  });

  it('never lets a school take over the id of another that is in service', async () => {
    const folder = start();
    const { shelf, reloads } = await watched(folder.path);
    const mill = shelf.find('mill');
    folder.write('hill/school.yaml', schoolYaml('mill'));
    await vi.waitFor(() => expect(reloads.at(-1)?.kept).toEqual(['hill']), soon);
    expect(shelf.find('mill')).toBe(mill);
    expect(shelf.schools().map(({ school }) => school.id)).toEqual(['hill', 'mill']);
  });

  it('to the whole folder being gone leaves everything in service', async () => {
    const folder = start();
    const { shelf } = await watched(join(folder.path));
    folder.remove('.');
    await vi.waitFor(() => expect(shelf.problems()[0]?.message).toMatch(/cannot be read/), soon);
    expect(wordsOf(shelf, 'hill')).toEqual(['One.']);
  });

  it('can be the trust, which stays as it last was good, and goes with its file', async () => {
    const folder = start();
    const { shelf } = await watched(folder.path);
    expect(shelf.trust()).toBeUndefined();
    const people = 'people:\n  - { name: Pat, upn: pat@trust.example }\n';
    folder.write('trust.yaml', `name: Trust\n${people}`);
    await vi.waitFor(() => expect(shelf.trust()?.people).toHaveLength(1), soon);
    folder.write('trust.yaml', `name: Trust\n${people}  - { name: Kim }\n`);
    await vi.waitFor(() => expect(shelf.problems()).toMatchObject([{ file: 'trust.yaml', line: 4 }]), soon);
    expect(shelf.trust()?.people).toHaveLength(1);
    folder.remove('trust.yaml');
    await vi.waitFor(() => expect(shelf.trust()).toBeUndefined(), soon);
    expect(shelf.problems()).toEqual([]);
  });

  it('to the whole folder being gone while it is read is no trust, and stops no reload', async () => {
    const { path } = shelfFolder({});
    expect(await readTrust(join(path, 'gone'), ['trust.yaml'])).toEqual({ problems: [] });
  });

  it('is looked for again after a reload that failed', async () => {
    const folder = start();
    let fails = true;
    const onReload = () => {
      if (fails) throw new Error('no');
    };
    const shelf = await openShelf(folder.path, { ...still, onReload });
    await expect(shelf.addPhrasing('hill', asking('May I ride?'))).rejects.toThrow('no');
    fails = false;
    expect(await shelf.addPhrasing('hill', asking('May I walk?'))).toBe('served');
    expect(shelf.find('hill')?.phrasings).toHaveLength(2);
  });

  it('to phrasings.yaml waits where another file keeps the old library in service, and counts once that is mended', async () => {
    const folder = start();
    const { shelf } = await watched(folder.path);
    folder.write('hill/a.md', policy('a', 'Two.', { owner: 'boss' }));
    expect(await shelf.addPhrasing('hill', asking('May I ride?'))).toBe('waits');
    expect(await shelf.addPhrasing('hill', asking('May I ride?'))).toBe('waits');
    expect(readFileSync(join(folder.path, 'hill/phrasings.yaml'), 'utf8').split('May I ride?')).toHaveLength(2);
    expect(shelf.find('hill')?.phrasings).toBeUndefined();
    folder.write('hill/a.md', policy('a', 'Three.'));
    await vi.waitFor(() => expect(shelf.find('hill')?.phrasings).toHaveLength(1), soon);
  });

  it('to phrasings.yaml loses none of many at once, and writes the same one once', async () => {
    const folder = start();
    const shelf = await openShelf(folder.path, still);
    const words = ['May I ride?', 'May I walk?', 'May I ride?', 'May I run?'];
    const added = await Promise.all(words.map((each) => shelf.addPhrasing('hill', asking(each))));
    expect(added).toEqual(['served', 'served', 'served', 'served']);
    expect(shelf.find('hill')?.phrasings).toHaveLength(3);
    expect(readFileSync(join(folder.path, 'hill/phrasings.yaml'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('to phrasings.yaml is refused where that is not UTF-8, and leaves it untouched', async () => {
    const folder = start();
    const bytes = Buffer.from('- { words: "Caf\xe9 when?", clause: a#abc123, says: "One rule for …" }\n', 'latin1');
    folder.write('hill/phrasings.yaml', bytes);
    const shelf = await openShelf(folder.path, still);
    expect(await shelf.addPhrasing('hill', asking('May I ride?'))).toBe('not-written');
    expect(readFileSync(join(folder.path, 'hill/phrasings.yaml'))).toEqual(bytes);
  });

  it('is not heard of after close', async () => {
    const folder = start();
    const { shelf, reloads } = await watched(folder.path);
    folder.write('hill/a.md', policy('a', 'Two.'));
    shelf.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(reloads).toEqual([]);
    expect(wordsOf(shelf, 'hill')).toEqual(['One.']);
  });

  it('is never read half: files that change while they are read are read again', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `p${n}`);
    const folder = shelfFolder({ 'hill/school.yaml': schoolYaml('hill') });
    const write = (some: readonly string[], words: string) =>
      some.forEach((name) => folder.write(`hill/${name}.md`, policy(name, words)));
    write(names, 'Version 0.');
    for (let version = 1; version <= 8; version++) {
      write(names.slice(0, 10), `Version ${version}.`);
      const loading = loadSchool(folder.path, 'hill');
      setTimeout(() => write(names.slice(10), `Version ${version}.`), 3 * version);
      const words = (await loading)?.library?.policies.map(({ clauses }) => clauses[0]?.text);
      expect(new Set(words)).toEqual(new Set([`Version ${version}.`]));
    }
  });
});
