import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { connectedCard, toConnectedView } from '../../cards/people/connected.ts';
import type { Connected, Disconnected } from '../../domain/people/connect-staff.ts';

/** What a person is told about the staff team: what changed or did not, and what to do next. */
export function toConnectCard(
  outcome: Connected | Disconnected | { readonly kind: 'not-in-a-team' },
): AdaptiveCardJson {
  switch (outcome.kind) {
    case 'connected': {
      const { school, team, guestsLeftOut } = outcome;
      const members = team.members.length;
      return connectedCard.render(
        toConnectedView({ schoolName: school.name, teamName: team.teamName, members, guestsLeftOut }),
      );
    }
    case 'not-allowed':
      return message(
        'This is for the head or the ICT lead',
        'Nothing was changed. Only the head, a deputy head or the ICT lead of a school can connect or disconnect its staff team.',
        'Please ask one of them to write this in the staff team.',
      );
    case 'not-in-a-team':
      return message(
        'Please do this in the staff team',
        'Nothing was changed. A staff team can only be connected or disconnected from inside that team.',
        'In a channel of the staff team, write “@Staffroom connect staff”. Staffroom has to be installed in that team first.',
      );
    case 'other-school':
      return message(
        'This team belongs to another school',
        'Nothing was changed. The team is connected to another school, and a team can serve one school only.',
        'If that is wrong, ask somebody who leads that school to write “@Staffroom disconnect staff” here first.',
      );
    case 'choose-school':
      return message(
        'Which school?',
        'Nothing was changed. You lead more than one school, so please name the one that this team belongs to:',
        ...outcome.schools.slice(0, 8).map(({ id }) => `“@Staffroom connect staff ${id}”`),
      );
    case 'roster-unreadable':
      return message(
        'The staff team was not connected',
        'Teams did not give the whole list of members, so nothing was stored or changed.',
        'Please check that Staffroom is installed in this team, and try again in a few minutes.',
        `If it fails again, tell your ICT lead this code: ${outcome.code}.`,
      );
    case 'disconnected':
      return message(
        'The staff team is disconnected',
        `This team is no longer the staff team of ${outcome.school.name}, and its list of members was deleted.`,
        'From now on it serves only those in the school’s own list or in another connected team.',
        'To connect it again, write “@Staffroom connect staff” here.',
      );
    case 'not-connected':
      return message(
        'This team was not connected',
        'Nothing was changed: this team is not the staff team of any school.',
      );
  }
}

function message(title: string, ...paragraphs: string[]): AdaptiveCardJson {
  return messageCard.render({ title, paragraphs });
}
