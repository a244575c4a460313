import { stringify } from 'yaml';
import type { DemoPerson } from './demo-people.ts';
import type { DemoSchool } from './demo-schools.ts';

/** The demo's made-up tenant and bot. */
export const demoTenantId = '00000000-0000-4000-8000-00000000f001';
export const demoBotId = '00000000-0000-4000-8000-00000000b001';

/** A school's staff team, with the channel for reports. */
export interface DemoTeam {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly safeguarding: { readonly id: string; readonly name: string };
}

export const demoTeam: DemoTeam = {
  id: '19:staff@thread.tacv2',
  name: 'Marlow Bridge Staff',
  groupId: '00000000-0000-4000-8000-00000000a001',
  safeguarding: { id: '19:safeguarding@thread.tacv2', name: 'Safeguarding' },
};

/** The same of another school. */
export function teamOf({ id, name, digit }: Pick<DemoSchool, 'id' | 'name' | 'digit'>): DemoTeam {
  return {
    id: `19:staff-${id}@thread.tacv2`,
    name: `${name} Staff`,
    groupId: `${digit}0000000-0000-4000-8000-00000000a001`,
    safeguarding: { id: `19:safeguarding-${id}@thread.tacv2`, name: 'Safeguarding' },
  };
}

/**
 * The Playground's configuration file for one person, as YAML.
 * The Playground wants exactly five people beside the one who sits at it.
 */
export function playgroundConfig(me: DemoPerson, everybody: readonly DemoPerson[], team = demoTeam): string {
  return stringify({
    version: '0.1.1',
    tenantId: demoTenantId,
    bot: { id: demoBotId, name: 'Staffroom' },
    currentUser: toUser(me),
    users: everybody.filter(({ objectId }) => objectId !== me.objectId).map(toUser),
    personalChat: { id: personalChatId(me) },
    groupChat: { id: '19:lunch@thread.v2', name: 'Lunch group' },
    team: { id: team.id, name: team.name, aadGroupId: team.groupId, channels: [team.safeguarding] },
  });
}

/** The id of a person's own chat with the bot, in their Playground. */
export function personalChatId({ upn }: DemoPerson): string {
  return `a:${upn.split('@')[0]}`;
}

function toUser({ teamsId, objectId, name, upn }: DemoPerson) {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: teamsId,
    name,
    userPrincipleName: upn,
    aadObjectId: objectId,
    givenName,
    surname: rest.join(' '),
    email: upn,
  };
}
