import { isWell, placeTrouble, type PlaceTrouble } from '../incidents/place-trouble.ts';
import type { SafeguardingPlace } from '../incidents/safeguarding-place.ts';
import { amber, green, red, type HealthLine } from './health-line.ts';

export interface ChannelFacts {
  readonly schoolId: string;
  readonly places: readonly Pick<SafeguardingPlace, 'kind' | 'acceptedAt' | 'checkedAt' | 'check'>[];
}

/** Whether Microsoft Graph is asked who is in a channel: where it lets the bot, as it must, or not at all. */
export type GraphMembers = 'auto' | 'on' | 'off';

const dayMs = 24 * 60 * 60 * 1000;
const connect = 'write "@Staffroom connect safeguarding" in it';

/** Whether the reports of each school have a channel that they may go to, as far as the last check of it says. */
export function checkChannels(
  schools: readonly ChannelFacts[],
  now: Date,
  graphMembers: GraphMembers = 'auto',
): HealthLine[] {
  return schools.flatMap(({ schoolId, places }) => {
    if (places.length > 0) return places.map((place) => lineOf(schoolId, place, { now, graphMembers }));
    return [
      amber(
        'channel',
        `No safeguarding channel of ${schoolId} is connected: each DSL gets reports in their own chat.`,
        `DSL: make a private channel for DSLs and deputies, add Staffroom to it and ${connect}.`,
      ),
    ];
  });
}

function lineOf(
  schoolId: string,
  { kind, acceptedAt, checkedAt, check = 'ok' }: ChannelFacts['places'][number],
  { now, graphMembers }: { now: Date; graphMembers: GraphMembers },
): HealthLine {
  const channel = kind === 'private' ? 'The private channel' : 'The channel of the DSLs’ team';
  if (!isWell(check)) {
    const { why, todo } = troubles[placeTrouble(check)];
    return red('channel', `${channel} of ${schoolId} gets no reports: ${why} (${check}).`, todo);
  }
  if (acceptedAt === undefined) {
    return amber(
      'channel',
      `${channel} of ${schoolId} is connected, and nobody accepted it yet: no report goes there.`,
      'DSL: press "Accept" on the test card, or write "@Staffroom accept safeguarding" there.',
    );
  }
  const days = checkedAt === undefined ? Infinity : Math.floor((now.getTime() - Date.parse(checkedAt)) / dayMs);
  const when = days === Infinity ? 'never checked' : `last checked ${days < 1 ? 'within a day' : `${days} days ago`}`;
  const told = `${channel} of ${schoolId} was ${when}.`;
  if (days < 2) return confirmed(told, check, graphMembers);
  return amber(
    'channel',
    told,
    'ICT lead: check that the bot runs and reaches Teams; who is there is read before each report.',
  );
}

/** Whether Microsoft Graph said the same as Teams of who is there. */
function confirmed(told: string, check: string, graphMembers: GraphMembers): HealthLine {
  if (graphMembers === 'off')
    return green('channel', `${told} Who is in it is read from Teams alone (GRAPH_MEMBERS=off).`);
  if (check === 'ok') return green('channel', told);
  return amber(
    'channel',
    `${told} Microsoft Graph does not tell who is in it (${check.replace(/^ok-/, '')}), so the list of Teams alone counts.`,
    'ICT lead: let the app have ChannelMember.Read.Group (README, “Who reads a channel”), or write GRAPH_MEMBERS=off.',
  );
}

const troubles: Readonly<Record<PlaceTrouble, { readonly why: string; readonly todo: string }>> = {
  wider: {
    why: 'somebody is in it who is neither DSL nor deputy',
    todo: `DSL: ${connect}; it names them. Take them out, or have them put into school.yaml.`,
  },
  differs: {
    why: 'Teams and Microsoft Graph do not name the same people in it',
    todo: `DSL: ${connect}; it names who stands in one list alone. Take them out, or end the sharing with another team.`,
  },
  'not-granted': {
    why: 'GRAPH_MEMBERS=on demands what Microsoft Graph does not tell',
    todo: 'ICT lead: let the app have ChannelMember.Read.Group (README, “Who reads a channel”), or write GRAPH_MEMBERS=auto.',
  },
  gone: {
    why: 'it was deleted, or the bot was taken out of it',
    todo: `DSL: add Staffroom to it again, or use another channel, and ${connect}.`,
  },
  'not-added': {
    why: 'the app is in the team but not in the channel',
    todo: `DSL: in the channel choose "…", Manage channel, Apps, add Staffroom, and ${connect}.`,
  },
  'not-in-roster': {
    why: 'Teams does not know the bot there',
    todo: `DSL: add Staffroom to the team, then to the channel, and ${connect}.`,
  },
  blocked: {
    why: 'an administrator blocked the app there',
    todo: 'ICT lead: allow the app for this team in the Teams admin centre.',
  },
  unreadable: {
    why: 'Teams does not say who is in it',
    todo: 'ICT lead: see what the log of the bot says of safeguarding channels.',
  },
};
