import { readDay } from '../../domain/people/read-day.ts';
import { readComposed, type Composed } from './read-composed.ts';

/** `campaign` is a reference, a policy's id or a title, and `name` a person's, as they were typed. Days are YYYY-MM-DD or empty. */
export type HeadCommand =
  | { readonly kind: 'list' | 'compose' }
  | { readonly kind: 'plan' | 'preview' | 'open'; readonly composed: Composed }
  | { readonly kind: 'show' | 'people' | 'remind' | 'close'; readonly campaign: string }
  | { readonly kind: 'confirm'; readonly campaign: string; readonly yes: boolean }
  | { readonly kind: 'file'; readonly campaign: string; readonly what: 'csv' | 'pdf' | 'bundle' }
  | { readonly kind: 'person' | 'again'; readonly campaign: string; readonly name: string }
  | {
      readonly kind: 'extend';
      readonly campaign: string;
      readonly name: string;
      readonly dueOn: string;
      readonly reason: string;
    }
  | { readonly kind: 'exempt'; readonly campaign: string; readonly name: string; readonly reason: string }
  | {
      readonly kind: 'paper';
      readonly campaign: string;
      readonly name: string;
      readonly on: 'paper' | 'device';
      readonly typedName: string;
      readonly witness: string;
      readonly place: string;
    };

const please = /^(?:please )?/i;
const end = /[ .?!]*$/;

const list = /^(?:(?:show|list|see) (?:me )?)?(?:the |all |our )?(?:sign-?offs|signoff campaigns)$/i;
const compose = /^(?:ask for signatures|new sign-?off)$/i;
const plan = /^ask for (?:signatures|a signature) (?:on|for) /i;
const doing = /^(open|preview)(?: it)? ?[:,]? (?=ask for (?:signatures|a signature) )/i;
const named = `(?<campaign>.{2,200}?)`;
const person = `(?<name>[\\p{L}\\p{M}.'’ -]{2,80}?)`;
const patterns: readonly (readonly [RegExp, (groups: Groups, today: string) => HeadCommand])[] = [
  [/^(?<yes>confirm|yes,? ask them:?|do not confirm|no,? ask nobody:?) (?<campaign>\S{9,11})$/iu, toConfirm],
  [new RegExp(`^remind (?:those outstanding in |everybody in )?${named}$`, 'iu'), simple('remind')],
  [new RegExp(`^close (?:the )?(?:sign-?off )?${named}$`, 'iu'), simple('close')],
  [
    new RegExp(`^(?:who (?:has not signed|is outstanding in)|outstanding in|people in|names in) ${named}$`, 'iu'),
    simple('people'),
  ],
  [new RegExp(`^(?:progress|status|state) (?:of|in) ${named}$`, 'iu'), simple('show')],
  [/^(?:show|open) (?:me )?(?<campaign>CA-[0-9A-Z]{4}-[0-9A-Z])$/iu, simple('show')],
  [new RegExp(`^export ${named} (?:as|to) (?:a |an )?(?<what>csv|pdf|bundle|evidence bundle)$`, 'iu'), toFile],
  [
    new RegExp(`^extend ${person} in ${named} (?:to|until|till) (?<day>[^:]{2,40}?)(?:: ?(?<reason>.*))?$`, 'isu'),
    toExtend,
  ],
  [new RegExp(`^exempt ${person} in ${named}(?:: ?(?<reason>.*))?$`, 'isu'), toExempt],
  [new RegExp(`^ask ${person} again in ${named}$`, 'iu'), toPerson('again')],
  [new RegExp(`^(?<on>paper|device) signature of ${person} in ${named}(?:: ?(?<rest>.*))?$`, 'isu'), toPaper],
  [new RegExp(`^(?:show|open) ${person} in ${named}$`, 'iu'), toPerson('person')],
];

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Reads what a head types about sign-offs. `said` may have several lines, for a document that is no policy. What is not said
 * right is a command with its day or its reason missing, which is then asked for; other words are no command.
 */
export function readHeadCommand(said: string, today: string): HeadCommand | undefined {
  const words = said.trim().replace(please, '');
  const line = words.replace(end, '');
  if (list.test(line)) return { kind: 'list' };
  if (compose.test(line)) return { kind: 'compose' };
  const doingIt = doing.exec(words)?.[1]?.toLowerCase();
  const whole = words.replace(doing, '');
  if (plan.test(whole)) {
    const composed = readComposed(whole.replace(plan, ''), today);
    const kind = doingIt === 'open' || doingIt === 'preview' ? doingIt : 'plan';
    return composed && { kind, composed };
  }
  for (const [pattern, toCommand] of patterns) {
    const groups = pattern.exec(line)?.groups;
    if (groups) return toCommand(groups, today);
  }
  return undefined;
}

function simple(kind: 'show' | 'people' | 'remind' | 'close') {
  return ({ campaign = '' }: Groups): HeadCommand => ({ kind, campaign });
}

function toPerson(kind: 'person' | 'again') {
  return ({ campaign = '', name = '' }: Groups): HeadCommand => ({ kind, campaign, name });
}

function toConfirm({ yes = '', campaign = '' }: Groups): HeadCommand {
  return { kind: 'confirm', campaign, yes: /^(confirm|yes)/i.test(yes) };
}

function toFile({ campaign = '', what = '' }: Groups): HeadCommand {
  const kind = what.toLowerCase();
  return { kind: 'file', campaign, what: kind === 'csv' || kind === 'pdf' ? kind : 'bundle' };
}

function toExtend({ campaign = '', name = '', day = '', reason = '' }: Groups, today: string): HeadCommand {
  return { kind: 'extend', campaign, name, dueOn: readDay(day, today) ?? '', reason: reason.trim() };
}

function toExempt({ campaign = '', name = '', reason = '' }: Groups): HeadCommand {
  return { kind: 'exempt', campaign, name, reason: reason.trim() };
}

/** "witness <name>, kept in <place>, signed as <name>", in this order; what is left out is asked for. */
const paper =
  /^(?:(?:the )?witness(?: is|:)? (?<witness>[^,;]+))?[,;]? ?(?:(?:and )?(?:it is )?kept (?:in|at|by|with)?:? ?(?<place>.+?))?(?:[,;] ?signed as (?<typedName>[^,;]+))?$/is;

function toPaper({ campaign = '', name = '', on = '', rest = '' }: Groups): HeadCommand {
  const { witness = '', place = '', typedName } = paper.exec(rest.trim())?.groups ?? {};
  return {
    kind: 'paper',
    campaign,
    name,
    on: on.toLowerCase() === 'device' ? 'device' : 'paper',
    typedName: typedName?.trim() ?? name,
    witness: witness.trim(),
    place: place.trim(),
  };
}
