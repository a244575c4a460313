import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newReference } from '../../../src/domain/delivery/reference.ts';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import type { FileSecret } from '../../../src/domain/files/file-secret.ts';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { createFileDrawer } from '../../../src/sheets/draw-file.ts';
import type { StoreContent } from '../../../src/storage/store-content.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { submitReport } from '../../support/submit-report.ts';
import { openVersions, policyId } from '../versions/version-bench.ts';

export const tenantId = 'c0000000-0000-4000-8000-000000000001';
export const schools = ['marlow-bridge', 'otter-lane', 'larch-road'] as const;
export type SchoolId = (typeof schools)[number];

/** The last digits of everybody's object id: those of school.yaml, two of the staff team, somebody of no school, and somebody of the trust. */
const numbers = {
  teacher: 'a1',
  dsl: '02',
  deputyDsl: '03',
  deputyHead: '04',
  head: '01',
  chair: '05',
  standIn: '06',
  delegate: '07',
  stranger: 'ff',
  central: 'c0',
} as const;
export type Role = keyof typeof numbers;
export const roles = Object.keys(numbers) as Role[]; // Object.keys forgets what it was given

/** A word that stands in everything of a school: its name, its people's names, a clause and all that they write. */
export const tagOf = (school: SchoolId) => `Qzx${school.slice(0, 5)}`;
export const submission = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
const objectIdOf = (school: SchoolId, role: Role) =>
  role === 'stranger' || role === 'central'
    ? `90000000-0000-4000-8000-0000000000${numbers[role]}`
    : `${schools.indexOf(school)}0000000-0000-4000-8000-0000000000${numbers[role]}`;
const nameOf = (school: SchoolId, role: Role) => (role === 'teacher' ? `Amara ${tagOf(school)}` : role);

/** Everything that a school has and that a card or a message can name. */
export interface Things {
  readonly clause: string;
  readonly question: string;
  readonly suggestion: string;
  readonly report: string;
  readonly draft: string;
  readonly campaign: string;
  readonly campaignDraft: string;
  readonly signatory: string;
  readonly hash: string;
  readonly receipt: string;
  readonly broadcast: string;
  readonly broadcastDraft: string;
  readonly addressee: string;
  readonly slip: string;
}

/** The real bot with three schools alike, each with people of its own and with one of everything. */
export async function openSchools(
  onEnd: (work: () => void | Promise<void>) => void,
  options: { publicUrl?: string } = {},
) {
  const stores = createMemoryStores();
  const turns = await openVersions({ stores, prepare, onEnd, ...options });
  await stores.persons.removeStaffTeam(tenantId, 'group-1'); // its members carry no tag
  const runAs = (school: SchoolId, role: Role, changes: Record<string, unknown>) => {
    const id = objectIdOf(school, role);
    const from = { id: `29:${id}`, name: nameOf(school, role), aadObjectId: id };
    const conversation = { id: `a:${id}`, name: '', conversationType: 'personal', tenantId, isGroup: false };
    return turns.run('teacher', { from, conversation, ...changes }, 'personal');
  };
  const say = (school: SchoolId, role: Role, text: string) => runAs(school, role, { text });
  const press = (school: SchoolId, role: Role, verb: string, data: object) =>
    runAs(school, role, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data } },
    });

  async function fill(school: SchoolId): Promise<Things> {
    const tag = tagOf(school);
    await stores.persons.saveStaffTeam({
      ...{ schoolId: school, tenantId, teamId: `group-${school}`, teamName: `Staff ${tag}` },
      ...{ serviceUrl: 'https://smba.example/uk/', conversationId: `19:${school}@thread.tacv2` },
      connectedBy: objectIdOf(school, 'head'),
      ...{ connectedAt: '2026-11-01T09:00:00.000Z', refreshedAt: '2026-11-01T09:00:00.000Z' },
      members: [{ objectId: objectIdOf(school, 'teacher'), name: nameOf(school, 'teacher') }],
    });
    const library = turns.shelf.find(school);
    if (!library) throw new Error(`${school} is not served: ${JSON.stringify(turns.shelf.problems())}`);
    const clause = `${policyId}#zz${school.slice(0, 4)}`;
    await press(school, 'teacher', 'questions.ask', {
      ...{ clause, others: [], from: 'answer', submission: submission(), text: `May I, ${tag}?` },
    });
    const suggestion = newReference('SW', randomBytes);
    await stores.questions.suggest(
      { activityKey: `suggest-${school}`, submissionId: `suggest-${school}` },
      {
        ...{ id: suggestion, schoolId: school, owner: { tenantId, objectId: objectIdOf(school, 'dsl') }, clause },
        sealedText: await turns.sealer.seal(`may i, ${tag}`, { schoolId: school, type: 'suggestion', id: suggestion }),
        at: '2026-11-20T08:00:00.000Z',
      },
      { owed: [], entries: [] },
    );
    const report = await submitReport(turns, {
      school: library.school,
      answers: Answers.parse({ at: 'end', about: ['pupil'], kind: 'conduct', people: tag, seen: `I saw ${tag} cry.` }),
      reporter: { tenantId, objectId: objectIdOf(school, 'teacher') },
    });
    await press(school, 'teacher', 'incidents.report', { submission: submission() });
    const ask = `ask for signatures on Staff Acceptable Use Policy by 2026-12-18: ${tag}`;
    const campaignDraft = String(buttonOf(await say(school, 'head', ask), 'campaigns.open').draft);
    await say(school, 'head', `open it: ${ask}`);
    const broadcastDraft = String(
      buttonOf(await say(school, 'head', `tell everybody: ${tag}`), 'broadcasts.open').draft,
    );
    await say(school, 'head', `send it: tell everybody: ${tag}`);
    await press(school, 'teacher', 'slips.send', {
      ...{ kind: 'images', clause: '', whole: 'yes', submission: submission(), named: 'no' },
      a1: `Pictures of ${tag}`,
    });
    const before = of(await stores.transfer.exportAll(), school);
    const hash = before.campaigns[0]?.document.hash ?? '';
    const teacher = before.signatories.find(({ person }) => person?.objectId === objectIdOf(school, 'teacher'));
    const ticks = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`s${at + 1}`, 'true']));
    const signed = await press(school, 'teacher', 'signoffs.sign', {
      ...{ signatory: teacher?.id, hash, submission: submission(), name: nameOf(school, 'teacher'), ...ticks },
    });
    if (!signed.includes('Receipt')) throw new Error(`nothing was signed: ${signed}`);
    // While the head of Otter Lane is away somebody has the head's rights there, and the head of the others has their own.
    if (school === 'otter-lane')
      await stores.absences.addAbsence(
        { activityKey: `away-${school}`, submissionId: `away-${school}` },
        {
          ...{ id: `SA-${school}`, schoolId: school, personId: 'helen-marsh', cover: 'callum-price' },
          ...{ from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' },
        },
        { owed: [], entries: [] },
      );
    const all = of(await stores.transfer.exportAll(), school);
    return {
      ...{ clause, suggestion, report, hash, campaignDraft, broadcastDraft },
      question: first(all.questions).id,
      draft: first(all.drafts).id,
      campaign: first(all.campaigns).id,
      signatory: first(all.signatories.filter(({ state }) => state === 'pending')).id,
      receipt: first(all.receipts).id,
      broadcast: first(all.broadcasts).id,
      addressee: first(all.addressees).id,
      slip: first(all.slips).id,
    };
  }

  const things = new Map<SchoolId, Things>();
  for (const school of schools) things.set(school, await fill(school));
  return {
    say,
    press,
    things(school: SchoolId): Things {
      const found = things.get(school);
      if (!found) throw new Error(`${school} was not filled`);
      return found;
    },
    /** What the link on a card and these digits open, by the real rules over the real store. */
    fetchFile: (secret: FileSecret) =>
      takeFile({ files: stores.files, draw: createFileDrawer(turns), now: turns.now }, secret),
    /** All that is stored of a school. */
    stored: async (school: SchoolId) => of(await stores.transfer.exportAll(), school),
  };
}
export type Schools = Awaited<ReturnType<typeof openSchools>>;

function of(content: StoreContent, school: SchoolId): StoreContent {
  const rows = (all: readonly object[]) => all.filter((row) => 'schoolId' in row && row.schoolId === school);
  return Object.fromEntries(Object.entries(content).map(([name, all]) => [name, rows(all)])) as unknown as StoreContent; // fewer rows
}

function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('there is none');
  return row;
}

function prepare(folder: string): void {
  const { objectId, upn } = { objectId: objectIdOf(schools[0], 'central'), upn: 'n.central@trust.example' };
  writeFileSync(
    join(folder, 'trust.yaml'),
    `name: The Marlow Valley Trust\npeople:\n  - { name: Nia Central, objectId: ${objectId}, upn: ${upn} }\n`,
  );
  for (const school of schools)
    if (!existsSync(join(folder, school))) cpSync(join(folder, schools[0]), join(folder, school), { recursive: true });
  for (const [n, school] of schools.entries()) {
    const change = (file: string, by: (text: string) => string) => {
      const path = join(folder, school, file);
      writeFileSync(path, by(readFileSync(path, 'utf8')));
    };
    const tag = tagOf(school);
    change(
      'school.yaml',
      (text) =>
        text
          .replace(/^id: .*$/m, `id: ${school}`)
          .replace(/^name: .*$/m, `name: School ${tag}`)
          .replace(/^( {4}name: .*)$/gm, `$1 ${tag}`)
          .replaceAll('objectId: 0', `objectId: ${n}`)
          .replaceAll('@marlowbridge.', `@marlowbridge${n}.`) +
        '\nbroadcasts:\n  delegates:\n    - { person: janet-alcott, templates: [notice], groups: [] }\n',
    );
    change(`${policyId}.md`, (text) =>
      text.replace(
        /^## 1 .*$/m,
        (heading) => `${heading}\n\n**1.0** Keep the ${tag} locker shut. {#zz${school.slice(0, 4)}}`,
      ),
    );
  }
}
