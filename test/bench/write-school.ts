import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import { ids } from '../support/activities.ts';

const headId = '00000000-0000-4000-8000-000000000001';

/** Whoever asks in the benchmark: so many that nobody asks more than is answered in a minute. */
export const askers = Array.from({ length: 1_000 }, (_, n) => ({
  id: `29:asker-${n}`,
  name: `Asker ${n}`,
  aadObjectId: `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
}));

const subjects = [
  'Staff',
  'Volunteers',
  'Teaching assistants',
  'Trip leaders',
  'Visitors',
  'Governors',
  'Supply teachers',
];
const duties = [
  'must lock',
  'must report',
  'should keep',
  'may use',
  'must not share',
  'should not photograph',
  'must record',
  'may borrow',
];
const things = [
  'a personal phone',
  'the school camera',
  'a pupil record',
  'the minibus keys',
  'an online account',
  'a class tablet',
  'the visitor book',
  'a printed register',
  'a memory stick',
  'the staffroom door',
  'a password',
  'a medical form',
];
const places = [
  'in the classroom',
  'on the playground',
  'during a residential trip',
  'at the school gate',
  'while working from home',
  'in the nursery',
  'at lunch',
  'in the swimming pool',
  'on social media',
];
const reasons = [
  'unless the head agrees',
  'before the end of the day',
  'and tell the office',
  'so that pupils are safe',
  'when another adult is present',
  'and note the time',
  'as the risk assessment says',
];
const topics = ['Phones', 'Photographs', 'Trips', 'Records', 'Visitors', 'Accounts', 'Keys', 'First aid'];

/** Writes a school with `count` different clauses in eight policies into `folder`, the same ones each time. */
export function writeSchool(folder: string, count: number): void {
  const school = join(folder, 'bench-school');
  mkdirSync(school, { recursive: true });
  writeFileSync(
    join(school, 'school.yaml'),
    `id: bench-school\nname: Bench School\ntimeZone: Europe/London\npeople:\n  - id: a-head\n    name: A Head\n    objectId: ${headId}\n    roles: [head, dsl]\n    phone: 01632 960000\n    email: head@bench.example\n`,
  );
  const each = Math.ceil(count / topics.length);
  topics.forEach((topic, at) => {
    const lines = [frontMatter(topic), `# ${topic} Policy`, ''];
    for (let clause = at * each; clause < Math.min(count, (at + 1) * each); clause++) {
      const inTopic = clause - at * each;
      if (inTopic % 10 === 0)
        lines.push(`## ${inTopic / 10 + 1} ${topic} ${places[(inTopic / 10) % places.length]}`, '');
      lines.push(`**${Math.floor(inTopic / 10) + 1}.${(inTopic % 10) + 1}** ${sentence(clause)}`, '');
    }
    writeFileSync(join(school, `${topic.toLowerCase().replace(' ', '-')}.md`), lines.join('\n'));
  });
}

/** Stores that everybody who asks is in the staff team of that school. */
export async function introduceAskers(at: StoresPlace, serviceUrl: string): Promise<void> {
  const stores = await openStores(at);
  const now = new Date().toISOString();
  await stores.persons.saveStaffTeam({
    ...{ schoolId: 'bench-school', tenantId: ids.tenant, serviceUrl, connectedBy: headId },
    ...{
      connectedAt: now,
      refreshedAt: now,
      teamId: 'group-1',
      teamName: 'Staff',
      conversationId: '19:staff@thread.tacv2',
    },
    members: askers.map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
  });
  await stores.close();
}

/** A question about one of the clauses, another for each number. */
export function questionOf(number: number): string {
  const openings = ['May I', 'Must I', 'Can staff', 'Who do I tell if I'];
  return `${openings[number % 4]} ${duties[number % 8]?.split(' ').at(-1)} ${things[number % 12]} ${places[number % 9]}?`;
}

function sentence(number: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(number / step) % list.length];
  return `${pick(subjects, 1)} ${pick(duties, 7)} ${pick(things, 3)} ${pick(places, 5)} ${pick(reasons, 2)} (case ${number + 1}).`;
}

function frontMatter(topic: string): string {
  const id = topic.toLowerCase().replace(' ', '-');
  return `---\nid: ${id}\ntitle: ${topic} Policy\nstatus: in-force\nowner: head\nversion: "1.0"\napproved: 2026-01-12\nreviewDue: 2036-01-31\naudience: [staff]\n---\n`;
}
