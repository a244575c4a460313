import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { placeTestCard, toPlaceTestView } from '../../cards/incidents/place-test.ts';
import { listedNames } from '../../cards/listed-names.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { PlaceAccepted, PlaceConnected, PlaceDisconnected } from '../../domain/incidents/connect-safeguarding.ts';
import { placeTrouble, type PlaceTrouble } from '../../domain/incidents/place-trouble.ts';

export type PlaceOutcome = PlaceConnected | PlaceAccepted | PlaceDisconnected | { readonly kind: 'not-in-a-channel' };

/** What is said in the channel: what changed or did not, and what to do next. */
export function toPlaceCard(outcome: PlaceOutcome): AdaptiveCardJson {
  switch (outcome.kind) {
    case 'connected': {
      const { school, place, members } = outcome;
      const { teamName, channelName } = place;
      if (place.acceptedAt !== undefined) return acceptedCard(school.name, members);
      return placeTestCard.render(toPlaceTestView({ schoolName: school.name, teamName, channelName, members }));
    }
    case 'accepted':
      return acceptedCard(outcome.school.name, outcome.members);
    case 'disconnected':
      return message(
        'The safeguarding channel is disconnected',
        `No report of ${outcome.school.name} comes here from now on. Each DSL and deputy gets them in their own chat with Staffroom.`,
        'What stands here already stays here. You can connect the channel again: write “@Staffroom connect safeguarding”.',
      );
    case 'not-allowed':
      return message(
        'This is for a DSL or a deputy',
        'Nothing was changed. Only a DSL or a deputy DSL who is named in the school’s own list can connect, accept or disconnect its safeguarding channel.',
        'Please ask one of them to do it.',
      );
    case 'not-in-a-channel':
      return message(
        'Please do this in the safeguarding channel',
        'Nothing was changed. Use a private channel, or a channel of a team that only the DSLs and deputies are in. Add Staffroom to the team and, where it is private, to the channel.',
        'Then write “@Staffroom connect safeguarding” there.',
      );
    case 'other-school':
      return message(
        'This channel belongs to another school',
        'Nothing was changed. A channel takes the reports of one school only.',
        'If that is wrong, a DSL of that school writes “@Staffroom disconnect safeguarding” here first.',
      );
    case 'choose-school':
      return message(
        'Which school?',
        'Nothing was changed. You are a DSL of more than one school, so please name the one whose reports come here:',
        ...outcome.schools.slice(0, 6).map(({ id }) => `“@Staffroom connect safeguarding ${id}”`),
      );
    case 'not-connected':
      return message(
        'This channel was not connected',
        'Nothing was changed. To connect it, a DSL or a deputy writes “@Staffroom connect safeguarding” here.',
      );
    case 'wider':
      return message(
        'Reports cannot come here',
        'Nothing was changed. Everybody in this channel would read reports, so only DSLs and deputies of the school may be in it.',
        ...(outcome.strangers.length > 0 ? [`Neither DSL nor deputy: ${listedNames(outcome.strangers)}.`] : []),
        ...(outcome.unseen.length > 0
          ? [
              `Not known to Staffroom yet: ${listedNames(outcome.unseen)}. They write “help” to Staffroom in their own chat, once.`,
            ]
          : []),
        'Please take everybody else out of the channel, or use another one, and write the same again. Whoever should be a deputy has to be in the school’s own list first.',
      );
    case 'differs':
      return message(
        'Reports cannot come here',
        'Nothing was changed. Teams gives two lists of who is in this channel, and they differ: somebody may read here whom only one of them names.',
        `In one list alone: ${listedNames(outcome.odd)}.`,
        'Where this channel is shared with another team, please end that, or use another channel. Take out whoever should not be here. Where somebody has just come or gone, wait an hour. Then write the same again.',
      );
    case 'unreadable':
      return message(
        'Staffroom could not read who is here',
        'Nothing was changed.',
        ...remedies[placeTrouble(outcome.code)],
        `The code of this: ${outcome.code}.`,
      );
  }
}

function acceptedCard(schoolName: string, members: readonly string[]): AdaptiveCardJson {
  return message(
    'Reports come to this channel',
    `From now on reports about pupils of ${schoolName} come here, unless one is about somebody who reads here. In this channel now: ${listedNames(members)}.`,
    'Before each report Staffroom reads who is here. If there is anybody else, the report goes to each DSL’s own chat instead, and you are told.',
    'To end this, write “@Staffroom disconnect safeguarding”.',
  );
}

/** What is to be done, told apart by what Teams said. */
const remedies: Readonly<Record<PlaceTrouble, readonly string[]>> = {
  'not-added': [
    'Staffroom is in the team but not in this channel. In the channel choose “…”, Manage channel, Apps, and add Staffroom; then write the same again.',
  ],
  'not-in-roster': [
    'Teams does not know Staffroom here. Add it to the team first, then to this channel (“…”, Manage channel, Apps), and write the same again.',
  ],
  blocked: [
    'An administrator of Teams blocked Staffroom, or does not let it write here. Please ask your ICT lead to allow the app for this team in the Teams admin centre.',
  ],
  wider: [],
  differs: [],
  'not-granted': [
    'Microsoft Graph has to confirm who is here, and does not let Staffroom ask. Please ask your ICT lead to look at “staffroom doctor”.',
  ],
  gone: ['Staffroom was taken out of this channel. Add it again, and write the same again.'],
  unreadable: ['Please try again in a few minutes. If it fails again, tell your ICT lead the code below.'],
};

function message(title: string, ...paragraphs: string[]): AdaptiveCardJson {
  return messageCard.render({ title, paragraphs });
}
