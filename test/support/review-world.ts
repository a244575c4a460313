import { createHash } from 'node:crypto';
import type { Actor } from '../../src/domain/people/actor.ts';
import { School, type Person } from '../../src/domain/people/school.ts';
import { schoolDay } from '../../src/domain/people/school-day.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import { parsePolicy } from '../../src/domain/policies/parse-policy.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import type { ReviewAct } from '../../src/domain/reviews/begin-review.ts';
import { followReviews } from '../../src/domain/reviews/follow-reviews.ts';
import { settleReminders } from '../../src/domain/reviews/settle-reminders.ts';
import { createMemoryStores } from './memory-stores.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const objectId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const people = { head: 1, deputy: 2, chair: 3, ict: 4, dsl: 5, delegate: 6, teacher: 7 } as const;
export type Who = keyof typeof people;
export const idOf = (who: Who) => objectId(people[who]);

const roles: Partial<Record<Who, string[]>> = {
  head: ['head'],
  deputy: ['deputyHead'],
  chair: ['chair'],
  ict: ['ictLead'],
  dsl: ['dsl'],
  delegate: ['delegate'],
};

const terms = [2026, 2027].flatMap((year) => [
  { name: `Autumn ${year}`, from: `${year}-09-02`, to: `${year}-12-18` },
  { name: `Spring ${year}`, from: `${year + 1}-01-04`, to: `${year + 1}-03-25` },
  { name: `Summer ${year}`, from: `${year + 1}-04-12`, to: `${year + 1}-07-21` },
]);

/** A policy with these keys in its front matter. */
export function policyOf(id: string, front: Readonly<Record<string, string | number>>): Policy {
  const cover = {
    title: `Policy ${id}`,
    status: 'in-force',
    owner: 'ictLead',
    version: '"1.0"',
    audience: '[staff]',
    ...front,
  };
  const lines = Object.entries({ id, ...cover }).map(([key, value]) => `${key}: ${value}`);
  const markdown = `---\n${lines.join('\n')}\n---\n\n# ${cover.title}\n\n## Rules\n\n- Keep it locked. {#aaaaaa}\n`;
  const contentHash = createHash('sha256').update(markdown).digest('hex');
  const parsed = parsePolicy(markdown, { schoolId: 'hill', file: `${id}.md`, contentHash });
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

/** Hill School, where everybody has an account, with these policies and duties; the real stores in memory. */
export async function openReviewWorld({
  policies = [],
  duties = [],
  school: changed = {},
}: { policies?: readonly Policy[]; duties?: readonly object[]; school?: object } = {}) {
  const stores = createMemoryStores();
  const school = School.parse({
    id: 'hill',
    name: 'Hill School',
    timeZone: 'Europe/London',
    people: Object.entries(people).map(([who, n]) => ({
      id: who,
      name: `${who} Hill`,
      objectId: objectId(n),
      roles: roles[who as Who] ?? [],
    })),
    terms,
    duties,
    ...changed,
  });
  await stores.persons.saveStaffTeam({
    schoolId: 'hill',
    tenantId,
    teamId: 'team',
    teamName: 'Staff',
    serviceUrl: 'https://smba.example/uk/',
    conversationId: '19:staff@thread.tacv2',
    connectedBy: idOf('head'),
    connectedAt: '2026-09-01T09:00:00.000Z',
    refreshedAt: '2026-09-01T09:00:00.000Z',
    members: [],
  });
  let acts = 0;
  let claims = 0;
  const world = {
    stores,
    library: { school, policies } as SchoolLibrary,
    now: new Date('2026-11-20T10:00:00.000Z'),
    desk: { ...stores, now: () => world.now },
    follow: () => followReviews(world.desk, world.library),
    settle: () => settleReminders(world.desk, world.library),
    /** What somebody sends about the review of that duty. */
    as(who: Who, duty: string, dueOn?: string): ReviewAct {
      const actor: Actor = { tenantId, objectId: idOf(who), displayName: who };
      const person: Person | undefined = world.library.school.people.find(({ id }) => id === who);
      const name = `act-${++acts}`;
      const today = schoolDay(world.now, world.library.school);
      return {
        actor,
        person,
        library: world.library,
        today,
        act: { activityKey: name, submissionId: name },
        duty,
        dueOn,
      };
    },
    /** Sends what is due, as the outbox would; each message stands under the key of its delivery. */
    async deliver(state: 'sent' | 'undeliverable' = 'sent'): Promise<void> {
      const at = world.now.toISOString();
      for (;;) {
        const holder = `holder ${++claims}`;
        const claimed = await stores.deliveries.claim(at, { limit: 50, leaseMs: 60_000, holder });
        if (claimed.length === 0) return;
        for (const { key } of claimed) {
          await stores.deliveries.begin(key, holder, at);
          await stores.deliveries.settle(key, holder, {
            attempt: { at, outcome: state, code: 'x' },
            state,
            ...(state === 'sent' && { message: { conversationId: 'chat', activityId: key } }),
          });
        }
      }
    },
    /** Whose reminders say in their place that nothing is left to do: "<duty> <day> <stage> <who>". */
    async settled(): Promise<string[]> {
      const owed = await stores.deliveries.all('hill');
      const told = owed.flatMap(({ subject }) => (subject.kind === 'review-settled' ? [subject.of] : []));
      return (await world.told()).filter((one) => {
        const [duty, dueOn, stage, who = ''] = one.split(' ');
        return told.includes(`hill:review-due:${duty}:${dueOn}:${stage}:${idOf(who as Who)}`);
      });
    },
    /** Who was owed which reminder, in order: "<duty> <day> <stage> <who>". */
    async told(): Promise<string[]> {
      const names = new Map(Object.entries(people).map(([who, n]) => [objectId(n), who]));
      const owed = await stores.deliveries.all('hill');
      return owed.flatMap(({ subject, to }) =>
        subject.kind === 'review-due' && 'objectId' in to
          ? [`${subject.duty} ${subject.dueOn} ${subject.stage} ${names.get(to.objectId) ?? to.objectId}`]
          : [],
      );
    },
  };
  return world;
}
