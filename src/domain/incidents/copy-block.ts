import type { Answers } from './answers.ts';

/** One paragraph under a heading; the heading is empty where the one before goes on. */
export interface Passage {
  readonly heading: string;
  readonly text: string;
}

/**
 * What goes into the school's own system, in the order in which its forms ask: Concern, Risk, Action, with full names.
 * `events` are what happened since, as whole sentences, with what was written.
 */
export function copyBlock(
  answers: Answers,
  {
    kind,
    urgent,
    about,
    reporter,
    facts,
    events,
  }: {
    kind: string;
    urgent: boolean;
    about: string;
    reporter: string;
    facts: readonly string[];
    events: readonly string[];
  },
): Passage[] {
  const { people, seen, childsWords, opinion, done, whoKnows, onBehalfOf, wishes } = answers;
  const told = (label: string, text: string) => (text.trim() === '' ? [] : [`${label}: ${text.trim()}`]);
  const concern = [
    `${kind}. Reported by ${reporter}${onBehalfOf.trim() ? ` on behalf of ${onBehalfOf.trim()}` : ''}.`,
    `About: ${about}.`,
    ...told('Involved', people),
    ...facts,
    ...told('Seen, heard or said', seen),
    ...told('The child’s own words', childsWords && `“${childsWords.trim()}”`),
    ...told('The reporter’s opinion', opinion),
  ];
  const risk = [
    urgent ? 'Urgent.' : 'Not marked as urgent.',
    ...(answers.danger
      ? [`In danger at the time of the report: ${answers.danger === 'not-known' ? 'not known' : answers.danger}.`]
      : []),
    ...told('Who knows', whoKnows),
  ];
  const action = [...told('Done before the report', done), ...told('The reporter wishes', wishes), ...events];
  return [
    ...passages('Concern', concern),
    ...passages('Risk', risk),
    ...passages('Action', action.length > 0 ? action : ['None is recorded yet.']),
  ];
}

/** The paragraphs of a section, line by line as they were typed. */
export function passages(heading: string, texts: readonly string[]): Passage[] {
  const lines = texts.flatMap((text) => text.split(/\r\n|[\r\n\u2028\u2029]/)).filter((line) => line.trim() !== '');
  return lines.map((text, at) => ({ heading: at === 0 ? heading : '', text }));
}
