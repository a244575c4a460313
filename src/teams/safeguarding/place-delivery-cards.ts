import { messageCard } from '../../cards/messages/message.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { isWell, placeTrouble, type PlaceTrouble } from '../../domain/incidents/place-trouble.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';

/** Makes the card that tells a DSL why reports cannot go to the channel; undefined for any other delivery, and once they can. */
export function createPlaceDeliveryCards({
  places,
}: Pick<BotDeps, 'places'>): (delivery: Delivery) => Promise<Message | undefined> {
  return async ({ subject, schoolId }) => {
    if (subject.kind !== 'channel-check') return undefined;
    const place = await places.findPlace(subject.tenantId, subject.channelId);
    const { check = 'ok', teamName, channelName } = place ?? {};
    if (place?.schoolId !== schoolId || isWell(check)) return undefined;
    const card = messageCard.render({
      title: 'Reports do not go to the safeguarding channel',
      paragraphs: [
        `${whys[placeTrouble(check)]} The channel: ${teamName}, ${channelName}.`,
        'Until that is mended, each DSL and deputy gets new reports here, in their own chat. Nothing was lost.',
        remedies[placeTrouble(check)],
      ],
    });
    return { card, summary: 'Staffroom: about the safeguarding channel' };
  };
}

const whys: Readonly<Record<PlaceTrouble, string>> = {
  wider: 'Somebody is in it who is neither DSL nor deputy.',
  differs: 'Teams gives two lists of who is in it, and they differ.',
  'not-granted': 'Microsoft Graph has to confirm who is in it, and does not let Staffroom ask.',
  gone: 'It was deleted, or Staffroom was taken out of it.',
  'not-added': 'Staffroom is no longer added to it.',
  'not-in-roster': 'Teams does not know Staffroom there any more.',
  blocked: 'An administrator of Teams blocked Staffroom there.',
  unreadable: 'Teams does not say who is in it.',
};

const again = 'Then write “@Staffroom connect safeguarding” there.';
const remedies: Readonly<Record<PlaceTrouble, string>> = {
  wider:
    'Write “@Staffroom connect safeguarding” in the channel: it names them. Take them out of the channel, or put them into the school’s own list.',
  differs:
    'Write “@Staffroom connect safeguarding” in the channel. It names those who are in one list alone. Take them out, or stop sharing the channel with another team. Has somebody just come or gone? Then wait an hour.',
  'not-granted': `Ask your ICT lead to look at “staffroom doctor”. ${again}`,
  gone: `Add Staffroom to the channel again, or use another one. ${again}`,
  'not-added': `In the channel choose “…”, Manage channel, Apps, and add Staffroom. ${again}`,
  'not-in-roster': `Add Staffroom to the team, then to the channel. ${again}`,
  blocked: `Ask your ICT lead to allow Staffroom for this team in the Teams admin centre. ${again}`,
  unreadable: `Ask your ICT lead to look at “staffroom doctor”. ${again}`,
};
