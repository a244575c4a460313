import { noConsequences } from '../../src/domain/delivery/consequences.ts';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import { ids } from './activities.ts';
import type { Member } from './fake-connector.ts';

export type Person = Member;

const holders = {
  head: 1,
  dsl: 2,
  deputyDsl: 3,
  deputyHead: 4,
  chair: 5,
  ictLead: 6,
  businessManager: 7,
  dpo: 9,
} as const;
export type Holder = keyof typeof holders;

/** One of several schools alike, with people of its own. */
export interface ReportingSchool {
  readonly id: string;
  readonly staffTeam: string;
  /** The private channel for reports, in which are its DSLs. */
  readonly channel: string;
  readonly dsls: readonly Person[];
  readonly reporters: readonly Person[];
  readonly holder: (role: Holder) => Person;
}

const dslRoles = ['dsl', 'deputyDsl', 'deputyHead'] as const;

export const chatOf = ({ aadObjectId }: Pick<Person, 'aadObjectId'>): string => `a:${aadObjectId}`;

/** Writes copies of the sample school, in which nobody is away whatever the day, each with so many reporters. */
export function writeReportingSchools(
  policies: string,
  { schools, reporters }: { schools: number; reporters: number },
): ReportingSchool[] {
  return Array.from({ length: schools }, (_, school) => {
    const hex = school.toString(16).padStart(2, '0');
    const id = school === 0 ? 'marlow-bridge' : `marlow-bridge-${hex}`;
    cpSync(join(projectRoot, 'policies/marlow-bridge'), join(policies, id), { recursive: true });
    const yaml = join(policies, id, 'school.yaml');
    const text = readFileSync(yaml, 'utf8')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replaceAll(/^ +(away:|- \{ from: ).*\n/gm, '')
      .replace(/quietHours: .*/, "quietHours: { from: '23:59', to: '00:00' }") // people are asked at any hour, but not at weekends
      .replaceAll('objectId: 00000000-', `objectId: 000000${hex}-`)
      .replaceAll('@marlowbridge.', `@marlowbridge${hex}.`);
    writeFileSync(yaml, text);
    const holder = (role: Holder): Person =>
      person(`Holder ${role}`, `000000${hex}-0000-4000-8000-00000000000${holders[role]}`);
    return {
      id,
      staffTeam: `19:staff-${hex}@thread.tacv2`,
      channel: `19:safeguarding-${hex}@thread.tacv2`,
      holder,
      dsls: dslRoles.map(holder),
      reporters: Array.from({ length: reporters }, (_, n) =>
        person(`Reporter ${n}`, `a00000${hex}-0000-4000-8000-${String(n).padStart(12, '0')}`),
      ),
    };
  });
}

function person(name: string, aadObjectId: string): Person {
  return { id: `29:${aadObjectId}`, name, aadObjectId };
}

/** Stores what Teams has told of these schools: the staff teams, everybody's chat with the bot, and the accepted channels. */
export async function introduceSchools(
  at: StoresPlace,
  serviceUrl: string,
  schools: readonly ReportingSchool[],
): Promise<void> {
  const stores = await openStores(at);
  const { tenant: tenantId } = ids;
  const now = new Date().toISOString();
  for (const { id, staffTeam, channel, dsls, reporters, holder } of schools) {
    const connectedBy = holder('dsl').aadObjectId;
    await stores.persons.saveStaffTeam({
      ...{ schoolId: id, tenantId, serviceUrl, connectedBy, connectedAt: now, refreshedAt: now },
      teamId: `group-of-${staffTeam}`,
      teamName: 'Staff',
      conversationId: staffTeam,
      members: reporters.map(({ aadObjectId, name }) => ({ objectId: aadObjectId, name })),
    });
    await stores.places.savePlace(
      {
        ...{ schoolId: id, tenantId, serviceUrl, connectedBy, connectedAt: now, acceptedAt: now },
        channelId: channel,
        teamId: `group-of-${channel}`,
        teamName: 'Safeguarding',
        channelName: 'Reports',
        kind: 'private',
      },
      noConsequences,
    );
    const others = (['head', 'chair', 'ictLead', 'businessManager', 'dpo'] as const).map(holder);
    await Promise.all(
      [...reporters, ...dsls, ...others].map((one) =>
        stores.persons.rememberAddress({
          ...{ objectId: one.aadObjectId, tenantId, serviceUrl, conversationId: chatOf(one) },
          userId: one.id,
          botId: `28:${ids.bot}`,
        }),
      ),
    );
  }
  await stores.close();
}
