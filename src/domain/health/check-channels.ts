import { placeTrouble, type PlaceTrouble } from '../incidents/place-trouble.ts';
import type { SafeguardingPlace } from '../incidents/safeguarding-place.ts';
import { amber, green, red, type HealthLine } from './health-line.ts';

export interface ChannelFacts {
  readonly schoolId: string;
  readonly places: readonly Pick<SafeguardingPlace, 'kind' | 'acceptedAt' | 'checkedAt' | 'check'>[];
}

const dayMs = 24 * 60 * 60 * 1000;
const connect = 'write "@Staffroom connect safeguarding" in it';

/** Whether the reports of each school have a channel that they may go to, as far as the last check of it says. */
export function checkChannels(schools: readonly ChannelFacts[], now: Date): HealthLine[] {
  return schools.flatMap(({ schoolId, places }) => {
    if (places.length > 0) return places.map((place) => lineOf(schoolId, place, now));
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
  now: Date,
): HealthLine {
  const channel = kind === 'private' ? 'The private channel' : 'The channel of the DSLs’ team';
  if (check !== 'ok') {
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
  if (days < 2) return green('channel', told);
  return amber(
    'channel',
    told,
    'ICT lead: check that the bot runs and reaches Teams; who is there is read before each report.',
  );
}

const troubles: Readonly<Record<PlaceTrouble, { readonly why: string; readonly todo: string }>> = {
  wider: {
    why: 'somebody is in it who is neither DSL nor deputy',
    todo: `DSL: ${connect}; it names them. Take them out, or have them put into school.yaml.`,
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
