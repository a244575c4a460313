import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openShelf } from '../../src/documents/open-shelf.ts';
import { readPeopleList } from '../../src/documents/read-people-list.ts';
import { Group } from '../../src/domain/people/group.ts';
import { policy, schoolYaml, shelfFolder } from './shelf-folder.ts';

const school = {
  groups: [
    { id: 'kitchen', name: 'Kitchen' },
    { id: 'midday', name: 'Midday' },
  ].map((group) => Group.parse(group)),
};
const read = (...lines: string[]) => readPeopleList(lines.join('\n'), school);
const head = 'id,name,groups,from,until';

describe('a list of people without an account', () => {
  it('gives each with their groups and days', () => {
    expect(
      read(`\uFEFF${head}`, 'ann,"Pugh, Ann",kitchen; midday,2026-09-02,', '', 'bo, Bo Ng ,midday,,2026-12-18\r')
        .listed,
    ).toEqual([
      { id: 'ann', name: 'Pugh, Ann', groups: ['kitchen', 'midday'], from: '2026-09-02' },
      { id: 'bo', name: 'Bo Ng', groups: ['midday'], until: '2026-12-18' },
    ]);
    expect(read('name,groups,id', 'Bo Ng,midday,bo').listed).toEqual([{ id: 'bo', name: 'Bo Ng', groups: ['midday'] }]);
    expect(read(head)).toEqual({ listed: [], problems: [] });
  });

  it.each([
    [[''], '1: the list is empty'],
    [['id;name;groups'], '1: columns are separated by commas'],
    [['id,name,groups,email'], '1: there is no column "email"'],
    [['id,name'], '1: the column "groups" is missing'],
    [['id,name,groups,id'], '1: a column stands twice'],
    [[head, 'ann,Ann Pugh,kitchen'], '2: there are 3 columns here and 5'],
    [[head, 'ann,Ann Pugh,kitchen,,', '', 'ann,Bo Ng,midday,,'], '4: an earlier line has the id "ann"'],
    [[head, 'Ann P,Ann Pugh,kitchen,,'], '2: "id": use lower-case letters'],
    [[head, 'ann,,kitchen,,'], '2: "name": write the whole name'],
    [[head, 'ann,Ann Pugh,,,'], '2: "groups": name at least one'],
    [[head, 'ann,Ann Pugh,teachers,,'], '2: "groups": no group in school.yaml has the id "teachers"'],
    [[head, 'ann,Ann Pugh,kitchen,2026-02-30,'], '2: "from": use a date that exists'],
    [[head, 'ann,Ann Pugh,kitchen,2026-09-02,2026-09-01'], '2: "until": the last day is before the first'],
    [[head, 'ann,"Ann Pugh,kitchen,,'], '2: this cannot be read as CSV'],
  ])('names the line of what is wrong: %j', (lines, message) => {
    const { listed, problems } = read(...lines);
    expect(listed).toEqual([]);
    expect(problems.map((one) => `${one.line}: ${one.message}`)).toEqual([expect.stringContaining(message)]);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', ' ', '\r', '2026-09-02') }), (text) => {
        const { listed, problems } = readPeopleList(`${head}\n${text}`, school);
        expect(problems.length === 0 || listed.length === 0).toBe(true);
      }),
    );
  });
});

describe('the folder of a school with a list', () => {
  const yaml = (list: string) =>
    schoolYaml('mill', `groups:\n  - { id: kitchen, name: Kitchen }\nsignoffs:\n  list: ${list}\n`);
  const files = { 'mill/school.yaml': yaml('people.csv'), 'mill/a.md': policy('a', 'One.') };

  it('is served with it, and anew when it changes', async () => {
    const folder = shelfFolder({
      ...files,
      'mill/people.csv': `${head}\nann,Ann Pugh,kitchen,,\n`,
      'x/other.csv': 'a,b',
    });
    const shelf = await openShelf(folder.path, {});
    onTestFinished(() => shelf.close());
    expect(shelf.problems()).toEqual([]);
    const names = () => shelf.find('mill')?.listed?.map(({ name }) => name);
    expect(names()).toEqual(['Ann Pugh']);
    folder.write('mill/people.csv', `${head}\nann,Ann Pugh,kitchen,,\nbo,Bo Ng,kitchen,,\n`);
    await vi.waitFor(() => expect(names()).toEqual(['Ann Pugh', 'Bo Ng']), { timeout: 5000, interval: 20 });
    folder.write('mill/people.csv', `${head}\nann,Ann Pugh,nowhere,,\n`);
    await vi.waitFor(() => expect(shelf.problems()).toMatchObject([{ file: 'mill/people.csv', line: 2 }]), {
      timeout: 5000,
      interval: 20,
    });
    expect(names()).toEqual(['Ann Pugh', 'Bo Ng']);
  });

  it('says when the list is not there or no text, and leaves other lists alone', async () => {
    const problemsOf = async (more: Record<string, string | Uint8Array>) => {
      const shelf = await openShelf(shelfFolder({ ...files, 'hill/school.yaml': schoolYaml('hill'), ...more }).path, {
        watch: false,
      });
      return shelf.problems().map(({ file, line, message }) => `${file}:${line}: ${message}`);
    };
    expect(await problemsOf({})).toEqual([
      expect.stringMatching(/^mill\/school\.yaml:9: there is no file "people.csv"/),
    ]);
    expect(await problemsOf({ 'mill/people.csv': Uint8Array.of(0xff, 0xfe, 0x41) })).toEqual([
      expect.stringMatching(/^mill\/people\.csv:1: the file is not UTF-8/),
    ]);
    const good = `${head}\nann,Ann Pugh,kitchen,,\n`;
    expect(await problemsOf({ 'mill/people.csv': good, 'mill/pupils.csv': Uint8Array.of(0xff) })).toEqual([]);
  });
});
