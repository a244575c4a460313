import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresseeState } from '../../../src/domain/broadcasts/addressee-state.ts';
import type { Broadcast } from '../../../src/domain/broadcasts/broadcast.ts';
import { isChannel, type Delivery } from '../../../src/domain/delivery/delivery.ts';
import type { PersonStore } from '../../../src/domain/people/person-store.ts';
import { createCardFor } from '../../../src/teams/card-for.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { team } from '../signoffs/head-bench.ts';
import { openVersions, people, schoolId, type Who } from '../versions/version-bench.ts';

export { people, schoolId, team };
export const tenantId = 'c0000000-0000-4000-8000-000000000001';
export const words = 'Phones stay in the locker';
export const tell = `tell everybody: ${words}`;
const staffTeam = '19:staff@thread.tacv2';
const tenOnAFriday = '2026-11-20T10:05:00.000Z';

/** What somebody was sent, or what took the place of it. */
export interface Told {
  readonly kind: string;
  /** An object id, or a channel's id. */
  readonly to: string;
  readonly card: string;
  readonly edits: string | undefined;
}

/** How Teams answers for somebody: it takes the message unless it says otherwise. */
type Answer =
  | 'sent'
  | {
      readonly state: 'refused' | 'undeliverable' | 'unknown';
      readonly code: string;
      /** Where it was tried for a day and given up. */
      readonly outcome?: 'retry';
    };

/**
 * The real bot with Marlow Bridge, where Daniel Reid may send notices to Teaching, a second school with a head of its own,
 * and a staff team.
 */
export async function openCast({
  members = team,
  publicUrl,
  executive = false,
}: {
  members?: readonly { objectId: string; name: string }[];
  publicUrl?: string;
  /** Helen Marsh is a head of the second school too, Margaret Oyelaran its chair, and it has a staff team. */
  executive?: boolean;
} = {}) {
  const turns = await openVersions({
    prepare: (folder) => {
      prepare(folder);
      if (executive) joinSchools(folder);
    },
    ...(publicUrl !== undefined && { publicUrl }),
  });
  const setTeam = (own: typeof members) =>
    turns.persons.saveStaffTeam({
      ...{ schoolId, tenantId, teamId: 'group-1', teamName: 'Staff', serviceUrl: 'https://smba.example/uk/' },
      ...{ conversationId: staffTeam, connectedBy: people.head.aadObjectId },
      ...{ connectedAt: '2026-11-01T09:00:00.000Z', refreshedAt: turns.clock.now.toISOString(), members: own },
    });
  await setTeam(members);
  if (executive) await connectOtterLane(turns.persons);
  turns.clock.now = new Date(tenOnAFriday);
  let claims = 0;
  let messages = 0;
  const broadcasts = () => turns.broadcasts.broadcasts(schoolId);

  return {
    ...turns,
    setTeam,
    all: broadcasts,
    /** Opens one by its dry run, and gives it. */
    async open(who: Who = 'head', typed = tell): Promise<Broadcast> {
      const plan = await turns.say(who, typed);
      await turns.press(who, 'broadcasts.open', buttonOf(plan, 'broadcasts.open'));
      const [broadcast] = (await broadcasts()).slice(-1);
      if (!broadcast) throw new Error(`nothing was opened: ${plan}`);
      return broadcast;
    },
    rows: (id: string) => turns.broadcasts.addressees(schoolId, id),
    /** How many are in each state. */
    async states(id: string): Promise<Record<string, string>> {
      const broadcast = await turns.broadcasts.broadcast(schoolId, id);
      if (!broadcast) throw new Error('there is no such broadcast');
      const rows = await turns.broadcasts.addressees(schoolId, id);
      return Object.fromEntries(
        rows.map(({ addressee, delivery }) => [addressee.name, addresseeState(broadcast, addressee, delivery).state]),
      );
    },
    /** The id of somebody in a broadcast, by whom their card's buttons name them. */
    async addressee(id: string, name: string): Promise<string> {
      const found = (await turns.broadcasts.addressees(schoolId, id)).find(({ addressee }) => addressee.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found.addressee.id;
    },
    /** Sends what is due, at most so many, as the outbox would, and gives what people see; `answer`: how Teams answers for whom. */
    async deliver(answer: (to: string) => Answer = () => 'sent', most = 10_000): Promise<Told[]> {
      const told: Told[] = [];
      const cardFor = createCardFor(turns);
      for (let tried = 0; tried < most;) {
        const now = turns.clock.now.toISOString();
        const holder = `holder ${(claims += 1)}`;
        const limit = Math.min(50, most - tried);
        const claimed = await turns.deliveries.claim(now, { limit, leaseMs: 60_000, holder });
        if (claimed.length === 0) return told;
        tried += claimed.length;
        for (const one of claimed) {
          const to = isChannel(one.to) ? one.to.channelId : one.to.objectId;
          const message = await cardFor(one, { secondCopy: false });
          const said = message ? answer(to) : ({ state: 'refused', code: 'nothing-to-tell' } as const);
          await turns.deliveries.begin(one.key, holder, now);
          await turns.deliveries.settle(one.key, holder, settlementOf(one, said, now, message?.edits));
          if (message && said === 'sent')
            told.push({
              kind: one.subject.kind,
              to,
              card: JSON.stringify(message.card),
              edits: message.edits?.activityId,
            });
        }
      }
      return told;
    },
  };

  function settlementOf(
    { to }: Delivery,
    answer: Answer,
    at: string,
    edits: { conversationId: string; activityId: string } | undefined,
  ) {
    if (answer === 'sent') {
      const conversationId = isChannel(to) ? to.channelId : `a:${to.objectId}`;
      const message = edits ?? { conversationId, activityId: String(1_700_000_000_000 + (messages += 1)) };
      return { attempt: { at, outcome: 'sent', code: 'ok' }, state: 'sent', message } as const;
    }
    const { state, code, outcome = state === 'unknown' ? 'ambiguous' : state } = answer;
    return { attempt: { at, outcome, code }, state } as const;
  }
}
export type Cast = Awaited<ReturnType<typeof openCast>>;

function joinSchools(folder: string): void {
  const yaml = join(folder, 'otter-lane', 'school.yaml');
  const head = people.head.aadObjectId;
  const text = readFileSync(yaml, 'utf8')
    .replace(/^people:\n/m, `people:\n  - { id: executive, name: Helen Marsh, objectId: ${head}, roles: [head] }\n`)
    .replace('10000000-0000-4000-8000-000000000005', people.chair.aadObjectId);
  writeFileSync(yaml, text);
}

async function connectOtterLane(persons: PersonStore): Promise<void> {
  await persons.saveStaffTeam({
    ...{
      schoolId: 'otter-lane',
      tenantId,
      teamId: 'group-2',
      teamName: 'Otters',
      serviceUrl: 'https://smba.example/uk/',
    },
    ...{ conversationId: '19:otters@thread.tacv2', connectedBy: people.otherHead.aadObjectId },
    ...{ connectedAt: '2026-11-01T09:00:00.000Z', refreshedAt: '2026-11-01T09:00:00.000Z' },
    members: [{ objectId: '10000000-0000-4000-8000-0000000000a1', name: 'Otto Otter' }],
  });
  for (const [who, { aadObjectId: objectId }] of Object.entries(people)) {
    await persons.rememberAddress({
      ...{ tenantId, objectId, serviceUrl: 'https://smba.example/uk/', conversationId: `a:${who}` },
      ...{ userId: `29:${who}`, botId: '28:bot', schoolId: who === 'otherHead' ? 'otter-lane' : schoolId },
    });
  }
}

function prepare(folder: string): void {
  const yaml = (id: string) => join(folder, id, 'school.yaml');
  const text = readFileSync(yaml(schoolId), 'utf8');
  cpSync(join(folder, schoolId), join(folder, 'otter-lane'), { recursive: true });
  writeFileSync(
    yaml('otter-lane'),
    text
      .replace('id: marlow-bridge', 'id: otter-lane')
      .replace('name: Marlow Bridge', 'name: Otter Lane')
      .replaceAll('objectId: 0', 'objectId: 1')
      .replaceAll('@marlowbridge.example', '@otterlane.example'),
  );
  writeFileSync(
    yaml(schoolId),
    `${text}\nbroadcasts:\n  delegates:\n    - { person: daniel-reid, templates: [notice], groups: [teaching] }\n`,
  );
}
