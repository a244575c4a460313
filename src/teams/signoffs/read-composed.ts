import { readDay } from '../../domain/people/read-day.ts';

/** A campaign as it was typed. `what` is a policy's id or title, or “something else”, which its own lines then describe. */
export interface Composed {
  readonly what: string;
  /** Names or ids of groups, as they were typed. */
  readonly groups: readonly string[];
  /** YYYY-MM-DD, or empty where none was said or it could not be read. */
  readonly dueOn: string;
  readonly why: string;
  readonly again: boolean;
  readonly title: string;
  readonly edition: string;
  readonly link: string;
  readonly text: string;
  readonly statements: readonly string[];
}

const first =
  /^(?<what>.{2,200}?)(?: from (?<groups>[^:]{2,400}?))??(?: by (?<day>[^:]{2,40}?))?(?<again>,? (?:from everybody )?again)?(?:: ?(?<why>.*))?$/isu;
const labelled = /^(title|called|edition|link|text|why|groups|by|i agree|they agree|statement) ?: ?(.*)$/i;

/**
 * Reads "<policy> from <groups> by <day>: <why>". Further lines say what is no policy: "title: …", "edition: …", "link: …",
 * "text: …", and "I agree: …" once for each statement. Undefined where no document is named at all.
 */
export function readComposed(words: string, today: string): Composed | undefined {
  const [head = '', ...rest] = words.split(/\r?\n/).map((line) => line.trim());
  const groups = first.exec(head.replace(/[ .?!]*$/, ''))?.groups;
  if (!groups) return undefined;
  const { what = '', day = '', again } = groups;
  const labels = readLabels(rest);
  const said = (label: string) => (labels.get(label) ?? []).join('\n').trim();
  return {
    what: what.trim().replace(/^[“"']|[”"']$/gu, ''),
    groups: (groups.groups ?? said('groups')).split(/,| and /i).flatMap((name) => name.trim() || []),
    dueOn: readDay(day || said('by'), today) ?? '',
    why: (groups.why ?? '').trim() || said('why'),
    again: again !== undefined,
    title: said('title'),
    edition: said('edition'),
    link: said('link'),
    text: said('text'),
    statements: labels.get('statement') ?? [],
  };
}

/** The lines by their labels; one without a label goes on with the text of the one before. */
function readLabels(lines: readonly string[]): ReadonlyMap<string, string[]> {
  const labels = new Map<string, string[]>();
  let current: string | undefined;
  for (const line of lines) {
    const [, label, value = ''] = labelled.exec(line) ?? [];
    if (label !== undefined) current = nameOf(label.toLowerCase());
    if (current === undefined || line === '') continue;
    labels.set(current, [...(labels.get(current) ?? []), label === undefined ? line : value]);
  }
  return labels;
}

function nameOf(label: string): string {
  if (label === 'called') return 'title';
  return /agree$/.test(label) ? 'statement' : label;
}
