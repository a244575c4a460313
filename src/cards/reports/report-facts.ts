import type { Answers, Subject } from '../../domain/incidents/answers.ts';
import { namesNobody } from '../../domain/incidents/names-nobody.ts';
import { dayText } from '../day-text.ts';

/** One answer with what it answers. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

const devices = {
  school: 'the school’s',
  'staff-own': 'a member of staff’s own',
  'pupil-own': 'a pupil’s own',
  other: 'another',
  'not-known': 'not known',
} as const;
const intents = { accidental: 'no, it was an accident', deliberate: 'yes', 'not-known': 'not known' } as const;
const yesNo = { yes: 'yes', no: 'no', 'not-known': 'not known' } as const;
const imagePlaces: Readonly<Record<NonNullable<Answers['imageOn']>, string>> = {
  'pupil-device': 'on a pupil’s device',
  'school-device': 'on a device of the school',
  'staff-device': 'on a device of a member of staff',
  online: 'online',
  'not-known': 'not known',
};

/**
 * Every structured answer that names nobody, as it may stand in a channel. Of what was typed only place, platform and
 * where evidence is kept are shown, and only where they hold nothing but harmless words; names, narrative, what was done,
 * who knows and wishes are never among them.
 */
export function reportFacts(answers: Answers): Fact[] {
  const { about, danger, image, imageOn, happenedOn, happenedAt, learnedOn, place, platform, device } = answers;
  const { intent, evidence } = answers;
  const day = [happenedOn && dayText(happenedOn), happenedAt && `at ${happenedAt}`].filter(Boolean).join(' ');
  const known = (label: string, text: string | undefined) => (text ? [{ label, text }] : []);
  return [
    ...known('In danger now', danger && yesNo[danger]),
    ...known('About', [...new Set(about.map(aboutText))].join(', ')),
    ...known('Indecent image', image && yesNo[image]),
    ...known('The image is', imageOn && imagePlaces[imageOn]),
    ...known('It happened', day),
    ...known('The reporter learned of it', learnedOn && dayText(learnedOn)),
    ...known('Where', shownText(place)),
    ...known('Platform', shownText(platform)),
    ...known('Device', device && devices[device]),
    ...known('On purpose', intent && intents[intent]),
    ...known('Evidence', shownText(evidence)),
  ];
}

function shownText(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return namesNobody(text) ? text : 'in the details';
}

/** Whom it is about, without saying who. */
function aboutText(subject: Subject): string {
  switch (subject) {
    case 'pupil':
      return 'a pupil';
    case 'outsider':
      return 'somebody from outside the school';
    case 'not-known':
      return 'not known';
    default:
      return 'an adult of the school';
  }
}
