import { readDay } from '../../domain/people/read-day.ts';
import type { School } from '../../domain/people/school.ts';
import { askTopics, tellTopics } from '../../domain/slips/topic-words.ts';
import { kindsOf } from '../../domain/slips/kinds-of.ts';
import { registerGroups, type RegisterGroup } from '../../domain/slips/register.ts';
import type { SlipAct } from '../../domain/slips/slip-act.ts';
import type { SlipKind, SlipWay } from '../../domain/slips/slip-kind.ts';

/** What can be typed. A day that cannot be read is `unread`, and asked for again. */
export type SlipCommand =
  | { readonly kind: 'choose'; readonly way: SlipWay }
  | { readonly kind: 'compose'; readonly slip: SlipKind; readonly text: string }
  | {
      readonly kind: 'send';
      readonly slip: SlipKind;
      readonly text: string;
      readonly until: string;
      readonly aboutHead: boolean;
      readonly aboutNamed: boolean | undefined;
    }
  | { readonly kind: 'mine'; readonly page: number }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'act'; readonly id: string; readonly act: SlipAct }
  | {
      readonly kind: 'register';
      readonly show: RegisterGroup;
      readonly slip: SlipKind | undefined;
      readonly who: string;
      readonly from: string;
      readonly to: string;
      readonly page: number;
      readonly as?: 'csv' | 'pdf' | undefined;
    };

const unread = 'unread';
const end = String.raw`[ .?!]*$`;
const choose = new RegExp(
  String.raw`^(?:please )?(?:(tell(?: (?:the |my )?(?:head(?:teacher)?|boss))?)|ask (?:for )?(?:a )?permission)${end}`,
  'i',
);
const begun = /^(?:please )?(?:(tell(?: the head(?:teacher)?)?)|ask (?:for )?permission)\b[ ,]*([^:]*?)\s*:\s*(.+)$/is;
const loose = /^(?:please )?(?:(tell the head(?:teacher)? that)|ask (?:for )?permission (?:to|for)) (.{3,})$/is;
const mine = new RegExp(
  String.raw`^(?:(?:show|list|see) (?:me )?)?my (?:permissions|slips)(?:,? page (\d{1,4}))?${end}`,
  'i',
);
const reference = String.raw`(sp-[a-z0-9]{4}-[a-z0-9])`;
const opened = new RegExp(String.raw`^(?:(?:show|open|see) )?${reference}${end}`, 'i');
const deed = new RegExp(
  String.raw`^(yes|no|noted|talk|hr|lado|withdraw|longer|not done|done) ${reference}(?:[ ,]+until ([^:]+?)(?=\s*(?::|$)))?(?:[ :,]+(.*))?$`,
  'is',
);
const register = new RegExp(
  String.raw`^(?:(?:show|list|see) (?:me )?)?(?:the |all )?(?:permissions|register of permissions)\b(.*?)${end}`,
  'is',
);

/**
 * Reads what is typed about telling and asking: "tell", "ask permission", "tell misread: …", "ask permission images, until 18
 * December: …", "my permissions", "yes SP-7KQ2-6 until Friday: …", "permissions open from Amara Okafor since 1 September".
 * Kinds go by their word or their title. What names no kind of the school is no command.
 */
export function readSlipCommand(
  said: string,
  { school, today }: { school: Pick<School, 'slips'>; today: string },
): SlipCommand | undefined {
  const words = said.trim();
  const chosen = choose.exec(words);
  if (chosen) return { kind: 'choose', way: chosen[1] === undefined ? 'ask' : 'tell' };
  const listed = mine.exec(words);
  if (listed) return { kind: 'mine', page: Math.max(0, Number(listed[1] ?? 1) - 1) };
  const one = opened.exec(words)?.[1];
  if (one !== undefined) return { kind: 'open', id: one.toUpperCase() };
  return readDeed(words, today) ?? readRegister(words, { school, today }) ?? readSending(words, { school, today });
}

function readDeed(words: string, today: string): SlipCommand | undefined {
  const [, verb = '', id, untilText, text = ''] = deed.exec(words) ?? [];
  if (id === undefined) return undefined;
  const until = untilText === undefined ? '' : (readDay(untilText, today) ?? unread);
  return { kind: 'act', id: id.toUpperCase(), act: toAct(verb.toLowerCase(), until, text) };
}

function toAct(verb: string, until: string, text: string): SlipAct {
  switch (verb) {
    case 'yes':
      return { deed: 'answer', answer: { kind: 'given', until, text } };
    case 'no':
      return { deed: 'answer', answer: { kind: 'refused', text } };
    case 'noted':
    case 'talk':
      return { deed: 'answer', answer: { kind: verb, text } };
    case 'hr':
    case 'lado':
      return { deed: 'answer', answer: { kind: 'passed', to: verb, text } };
    case 'withdraw':
      return { deed: 'withdraw', text };
    case 'longer':
      return { deed: 'renew', until, text };
    default:
      return { deed: 'end', done: verb === 'done', text };
  }
}

interface Read {
  readonly school: Pick<School, 'slips'>;
  readonly today: string;
}

function readSending(words: string, { school, today }: Read): SlipCommand | undefined {
  const [, tell, spec, text] = begun.exec(words) ?? [];
  if (spec !== undefined && text !== undefined) {
    const way = tell === undefined ? 'ask' : 'tell';
    const parts = spec.split(',').map((part) => part.trim());
    const name = isOption(parts[0] ?? '') ? '' : (parts.shift() ?? '');
    const slip = kindCalled(school, way, name);
    if (slip && parts.every((part) => part === '' || isOption(part))) {
      const day = parts.flatMap((part) => /^until (.+)$/i.exec(part)?.[1] ?? [])[0];
      const about = parts.flatMap((part) => /^(not )?about (the head(?:teacher)?|them)$/i.exec(part) ?? []);
      const isNot = about[1] !== undefined;
      const isHead = about[2] !== undefined && about[2].toLowerCase() !== 'them';
      return {
        ...{ kind: 'send', slip, text },
        until: day === undefined ? '' : (readDay(day, today) ?? unread),
        aboutHead: isHead && !isNot,
        aboutNamed: about[2] === undefined ? undefined : !isNot,
      };
    }
  }
  const [, that, rest] = loose.exec(words) ?? [];
  if (rest === undefined) return undefined;
  const way = that === undefined ? 'ask' : 'tell';
  const topics: readonly (readonly [SlipKind, RegExp])[] = way === 'ask' ? askTopics : tellTopics;
  const topic = topics.find(([kind, about]) => about.test(rest.toLowerCase()) && kindCalled(school, way, kind))?.[0];
  const slip = topic ?? kindCalled(school, way, '');
  return slip ? { kind: 'compose', slip, text: rest } : { kind: 'choose', way };
}

const isOption = (part: string) => /^(?:until .+|(?:not )?about (?:the head(?:teacher)?|them))$/i.test(part);

/** Without a name it is whatever else there is. */
function kindCalled(school: Pick<School, 'slips'>, way: SlipWay, name: string): SlipKind | undefined {
  const wanted = name.toLowerCase().replace(/^about /, '');
  const called = wanted === '' ? `other-${way}` : wanted;
  return kindsOf(school, way).find(({ kind, title }) => kind === called || title.toLowerCase() === called)?.kind;
}

function readRegister(words: string, { school, today }: Read): SlipCommand | undefined {
  let rest = register.exec(words)?.[1];
  if (rest === undefined) return undefined;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest ?? '');
    if (found) rest = (rest ?? '').replace(found[0], ' ');
    return found?.[1];
  };
  const page = Number(take(/[ ,]+page (\d{1,4})\s*$/i) ?? 1);
  const as = take(/[ ,]+(?:as )?(csv|pdf)\b/i)?.toLowerCase() as 'csv' | 'pdf' | undefined;
  const to = take(/[ ,]+(?:until|to) ([^,]+?)\s*$/i);
  const from = take(/[ ,]+since ([^,]+?)\s*$/i);
  const who = take(/[ ,]+(?:from|by|of) ([^,]+?)\s*$/i) ?? '';
  const left = (rest ?? '').split(/[ ,]+/).filter((word) => word !== '');
  const show = registerGroups.find((group) => left.some((word) => word.toLowerCase() === group));
  const slip = kindsOf(school).find(({ kind }) => left.some((word) => word.toLowerCase() === kind))?.kind;
  if (left.some((word) => word.toLowerCase() !== show && word.toLowerCase() !== slip)) return undefined;
  const dayOf = (text: string | undefined) => (text === undefined ? '' : (readDay(text, today) ?? unread));
  return {
    ...{ kind: 'register', show: show ?? 'all', slip, who, from: dayOf(from), to: dayOf(to), as },
    page: Math.max(0, page - 1),
  };
}
