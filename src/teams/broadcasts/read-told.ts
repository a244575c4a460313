import {
  broadcastButtons,
  broadcastTemplates,
  type BroadcastButton,
  type BroadcastTemplate,
} from '../../domain/broadcasts/broadcast.ts';
import { readDay } from '../../domain/people/read-day.ts';

/** A broadcast as it was typed. Names as they were typed; empty where nothing was said. */
export interface Told {
  readonly whom:
    | { readonly kind: 'everybody' }
    | { readonly kind: 'groups'; readonly names: readonly string[] }
    | { readonly kind: 'unsigned'; readonly what: string };
  readonly template?: BroadcastTemplate | undefined;
  readonly message: string;
  readonly policy: string;
  readonly clause: string;
  readonly buttons?: readonly BroadcastButton[] | undefined;
  readonly channel: boolean;
  /** The other schools that it is for, as they were named; “all” for all of the sender’s. */
  readonly schools: readonly string[];
  /** `YYYY-MM-DDTHH:MM`, or what was typed where it could not be read. */
  readonly sendAt?: string | undefined;
}

const head =
  /^(?:tell|write to) (?<whom>[^:]{2,300}?)(?: about (?<policy>[^:]{2,200}?))?(?:,? clause (?<clause>[^:\s]{1,40}))? ?: ?(?<message>.*)$/is;
const remind =
  /^remind (?<whom>(?:those|everybody|everyone) who (?:have|has) not signed [^:]{2,200}?)[ .?!]*(?:: ?(?<message>.*))?$/is;
const everybody = /^(?:everybody|everyone|all staff|all the staff|the staff|staff)$/i;
const unsigned = /^(?:those|everybody|everyone) who (?:have|has) not signed (?<what>.{2,200})$/i;
const labelled = /^(kind|about|policy|clause|buttons?|at|when|channel|schools?) ?: ?(.*)$/i;

/**
 * Reads "tell <whom> about <policy>, clause <number>: <message>" and "remind those who have not signed <what>". Further lines
 * go on with the message, or say more: "policy: …", "clause: …", "buttons: read, done", "at: 1 December 09:00", "channel:
 * yes", "kind: review", "schools: all". Undefined for other words. `isGroup` tells whether the school has a group of that name: "tell" is a
 * word of questions and reports too.
 */
export function readTold(words: string, today: string, isGroup: (name: string) => boolean): Told | undefined {
  const [first = '', ...rest] = words.split(/\r?\n/).map((line) => line.trim());
  const groups = head.exec(first)?.groups ?? remind.exec(first)?.groups;
  const whom = groups && readWhom((groups.whom ?? '').trim(), isGroup);
  if (!whom) return undefined;
  const { labels, lines } = readLines(rest);
  const said = (...names: string[]) => names.map((name) => labels.get(name) ?? '').find((text) => text !== '') ?? '';
  const at = said('at', 'when');
  const kind = said('kind')
    .toLowerCase()
    .replace(/^(?:reminder to )?sign(?:-?off)?$/, 'sign-off');
  return {
    whom,
    template: broadcastTemplates.find((template) => template === kind),
    message: [(groups.message ?? '').trim(), ...lines].join('\n').trim(),
    policy: withoutMarks(groups.policy ?? said('policy', 'about')),
    clause: (groups.clause ?? said('clause')).trim(),
    buttons: labels.has('buttons') ? readButtons(said('buttons')) : undefined,
    channel: /^(?:yes|y|too|also)$/i.test(said('channel')),
    schools: said('schools')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    sendAt: readTime(at, today),
  };
}

function readWhom(words: string, isGroup: (name: string) => boolean): Told['whom'] | undefined {
  if (everybody.test(words)) return { kind: 'everybody' };
  const what = unsigned.exec(words)?.groups?.what;
  if (what !== undefined) return { kind: 'unsigned', what: withoutMarks(what) };
  const names = groupNames(
    words.split(/,| and /i).flatMap((part) => part.trim().replace(/^the /i, '') || []),
    isGroup,
  );
  return names.some(isGroup) ? { kind: 'groups', names } : undefined;
}

/** Names of groups may have an “and” of their own: the longest that the school has counts. */
function groupNames(parts: readonly string[], isGroup: (name: string) => boolean): string[] {
  const names: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = parts.length;
    while (end > at + 1 && !isGroup(parts.slice(at, end).join(' and '))) end -= 1;
    names.push(parts.slice(at, end).join(' and '));
    at = end;
  }
  return names;
}

function readLines(rest: readonly string[]): { labels: ReadonlyMap<string, string>; lines: string[] } {
  const labels = new Map<string, string>();
  const lines: string[] = [];
  for (const line of rest) {
    const [, label, value = ''] = labelled.exec(line) ?? [];
    if (label === undefined) lines.push(line);
    else labels.set(label.toLowerCase().replace(/^(button|school)$/, '$1s'), value.trim());
  }
  return { labels, lines };
}

/** "none" is no button at all; what is no button is left out. */
function readButtons(words: string): BroadcastButton[] {
  const named = words.toLowerCase().split(/[,\s]+/);
  return broadcastButtons.filter((button) => named.includes(button));
}

function readTime(words: string, today: string): string | undefined {
  if (words === '' || /^now$/i.test(words)) return undefined;
  const [, day = '', hour = '', minute = ''] = /^(.*?)[ ,T]*(?:at )?(\d{1,2})[:.](\d\d)$/i.exec(words.trim()) ?? [];
  const on = day === '' ? today : readDay(day, today);
  return hour !== '' && on !== undefined ? `${on}T${hour.padStart(2, '0')}:${minute}` : words;
}

const withoutMarks = (words: string) => words.trim().replace(/^[“"']|[”"']$/gu, '');
