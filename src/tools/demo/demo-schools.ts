import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.ts';

export const sampleSchool = 'marlow-bridge';

/** A school of the demo beside the sample school: its copy with people of its own, and one rule that is its own. */
export interface DemoSchool {
  readonly id: string;
  readonly name: string;
  /** The first digit of its people's object ids. */
  readonly digit: number;
  /** Who is there instead of each person of the sample school. */
  readonly people: Readonly<Record<string, string>>;
  /** Where its policy lets people use a telephone of their own: its rule 2.2, and the same at a glance. */
  readonly phones: { readonly rule: string; readonly atAGlance: string };
}

export const otherSchools: readonly DemoSchool[] = [
  {
    id: 'otter-lane',
    name: 'Otter Lane',
    digit: 1,
    people: {
      'Helen Marsh': 'Grace Holt',
      'Daniel Reid': 'Samuel Okoro',
      'Priya Nair': 'Leila Haddad',
      'Tom Bellamy': 'Peter Novak',
      'Margaret Oyelaran': 'Irene Walsh',
      'Callum Price': 'Dev Mistry',
      'Janet Alcott': 'Carol Finch',
      'Ruth Ferreira': 'Amy Stone',
      'Stephen Kaye': 'Joan Bright',
      'Amara Okafor': 'Ben Castle',
      'George Whitlock': 'Rose Amadi',
    },
    phones: {
      rule: 'You may use your phone in the planning room, and at break in the garden, when no pupil is there.',
      atAGlance: 'Use your phone at break in the garden.',
    },
  },
  {
    id: 'larch-road',
    name: 'Larch Road',
    digit: 2,
    people: {
      'Helen Marsh': 'Martin Cole',
      'Daniel Reid': 'Nadia Rahman',
      'Priya Nair': 'Ewan Boyd',
      'Tom Bellamy': 'Alice Thorne',
      'Margaret Oyelaran': 'Frank Mensah',
      'Callum Price': 'Bella Rossi',
      'Janet Alcott': 'Hugh Parry',
      'Ruth Ferreira': 'Tina Gale',
      'Stephen Kaye': 'Omar Said',
      'Amara Okafor': 'Zoe Lambert',
      'George Whitlock': 'Colin Peake',
    },
    phones: {
      rule: 'You may use your phone in the headteacher’s office alone, and ask there before you do.',
      atAGlance: 'Use your phone in the headteacher’s office.',
    },
  },
];

/** Of the demo's trust. */
export const trustName = 'The Marlow Valley Trust';

/** Puts the sample school into `policiesDir`, and after it so many of the others; a trust where there are several. */
export async function writeDemoSchools(
  policiesDir: string,
  others: readonly DemoSchool[],
  central: { readonly name: string; readonly objectId: string },
): Promise<void> {
  const from = join(projectRoot, 'policies', sampleSchool);
  await cp(from, join(policiesDir, sampleSchool), { recursive: true });
  for (const school of others) {
    const folder = join(policiesDir, school.id);
    await cp(from, folder, { recursive: true });
    for (const file of await readdir(folder)) {
      const path = join(folder, file);
      await writeFile(path, asOf(school, file, await readFile(path, 'utf8')));
    }
  }
  if (others.length === 0) return;
  const yaml = `name: ${trustName}\npeople:\n  - { name: ${central.name}, objectId: ${central.objectId} }\n`;
  await writeFile(join(policiesDir, 'trust.yaml'), yaml);
}

/** The text of a file of the sample school as it stands in `school`. Whoever has no account there is nobody here. */
function asOf({ id, name, digit, people, phones }: DemoSchool, file: string, text: string): string {
  if (file.endsWith('.csv')) return `${text.split('\n')[0]}\n`;
  const named = new Map([
    [sampleSchool, id],
    ['Marlow Bridge', name],
    ['marlowbridge.example', domainOf(id)],
    ...Object.entries(people).flatMap(([before, after]): [string, string][] => [
      [before, after],
      [slugOf(before), slugOf(after)],
      [`${signInOf(before)}@`, `${signInOf(after)}@`],
    ]),
  ]);
  return text
    .replace(
      new RegExp([...named.keys()].join('|').replaceAll('.', '\\.'), 'g'),
      (before) => named.get(before) ?? before,
    )
    .replaceAll('objectId: 0', `objectId: ${digit}`)
    .replace(/^\*\*2\.2\*\* .*(?= \{#4pkfi7\}$)/m, `**2.2** ${phones.rule}`)
    .replace('Use your phone at break in the staffroom.', phones.atAGlance);
}

export const domainOf = (schoolId: string) => `${schoolId.replace('-', '')}.example`;
export const signInOf = (name: string) => name.toLowerCase().replace(/^(.)\S* /, '$1.');
const slugOf = (name: string) => name.toLowerCase().replace(' ', '-');
