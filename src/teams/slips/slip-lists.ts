import { linkCard, toLinkView } from '../../cards/files/link.ts';
import { slipsCard, toListView } from '../../cards/slips/list.ts';
import { registerCard, toRegisterView } from '../../cards/slips/register.ts';
import { offerFile } from '../../domain/files/offer-file.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import { isDay } from '../../domain/people/school-days.ts';
import { namePeople, type NamePerson } from '../../domain/questions/name-people.ts';
import { mayAnswerSome } from '../../domain/slips/may-answer-some.ts';
import { slipSchool, type SlipSchool } from '../../domain/slips/open-slip.ts';
import { registerReference } from '../../domain/slips/register-reference.ts';
import {
  fitsFilter,
  readRegister,
  type Register,
  type RegisterFilter,
  type RegisterGroup,
  type RegisterRow,
} from '../../domain/slips/register.ts';
import type { SlipKind } from '../../domain/slips/slip-kind.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { say, slipSummary } from './slip-replies.ts';
import type { SlipDeps } from './slip-deps.ts';

/** What the caller told and asked, the newest first. */
export async function listMine(deps: SlipDeps, caller: Caller, page: number): Promise<Pressed> {
  const { actor, library, today } = caller;
  const slips = (await deps.slips.of(library.school.id, actor)).reverse();
  const card = slipsCard.render(toListView({ slips, school: library.school, today, page }));
  return { card, replaces: true, summary: slipSummary };
}

/** What of the register is looked for, as it was typed or chosen. */
export interface Looking {
  readonly show: RegisterGroup;
  readonly kind?: SlipKind | undefined;
  /** A name, a part of one, or an object id. */
  readonly who: string;
  /** YYYY-MM-DD, empty, or what could not be read as a day. */
  readonly from: string;
  readonly to: string;
}

interface Looked extends SlipSchool, Register {
  readonly name: NamePerson;
  readonly filter: RegisterFilter;
  readonly shown: readonly RegisterRow[];
  readonly problem?: string;
}

/** The register, for those who answer something and the head; to anybody else that it is not theirs. */
export async function showRegister(deps: SlipDeps, caller: Caller, looking: Looking, page: number): Promise<Pressed> {
  const looked = await look(deps, caller, looking);
  if (!looked) return notForYou();
  const card = registerCard.render(toRegisterView({ ...looked, page }));
  return { card, replaces: true, summary: slipSummary };
}

/** A link by which they fetch what they look at, once. */
export async function fileRegister(
  deps: SlipDeps,
  caller: Caller,
  looking: Looking,
  as: 'csv' | 'pdf',
): Promise<Pressed> {
  const looked = await look(deps, caller, looking);
  if (!looked) return notForYou();
  const { school } = caller.library;
  if (looked.problem !== undefined) return say('No file was made', looked.problem);
  const kind = as === 'csv' ? 'slips-csv' : 'slips';
  const subject = { kind, reference: registerReference(looked.filter) } as const;
  const file = await offerFile(deps, { schoolId: school.id, subject, to: caller.actor });
  if (!file) {
    return say(
      'No file can be given here',
      'Staffroom has no web address here (PUBLIC_URL). Nothing was made.',
      'The register itself shows all of it: write “permissions”.',
    );
  }
  const view = toLinkView({
    title: `What staff told and asked: ${as === 'csv' ? 'the table' : 'to print'}`,
    report: '',
    file,
    school,
    care: 'It has names, and what people wrote. Keep it where only those can read it who may see it here.',
    hasBack: false,
  });
  return { card: linkCard.render(view), replaces: false, summary: slipSummary };
}

async function look(deps: SlipDeps, caller: Caller, looking: Looking): Promise<Looked | undefined> {
  const { actor, library } = caller;
  const place = await slipSchool(deps, library.school, actor.tenantId);
  const register = await readRegister(deps, { ...place, reader: actor });
  if (register.rows.length === 0 && !mayAnswerSome(place, actor)) return undefined;
  const name = await namePeople(deps.persons, library, actor.tenantId);
  const { show, kind, from, to } = looking;
  const author = authorCalled(register.rows, name, looking.who);
  const filter: RegisterFilter = {
    ...{ show, kind },
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(author.kind === 'one' && { author: author.key }),
  };
  const shown =
    author.kind === 'none' || author.kind === 'several'
      ? []
      : register.rows.filter((row) => fitsFilter(row, filter, place.school));
  const problem = problemOf(author.kind, looking);
  return { ...place, ...register, name, filter, shown, ...(problem !== undefined && { problem }) };
}

type Author =
  | { readonly kind: 'anybody' | 'none' | 'several' }
  | { readonly kind: 'one'; readonly key: { readonly tenantId: string; readonly objectId: string } };

function authorCalled(rows: readonly RegisterRow[], name: NamePerson, who: string): Author {
  const wanted = who.trim().toLowerCase();
  if (wanted === '') return { kind: 'anybody' };
  const authors = rows.map(({ slip }) => slip.author);
  const once = authors.filter((one, at) => authors.findIndex((other) => isSamePerson(one, other)) === at);
  const named = (key: (typeof once)[number]) => (name(key).split(',')[0] ?? '').toLowerCase();
  const whole = once.filter((key) => named(key) === wanted || key.objectId === wanted);
  const found = whole.length > 0 ? whole : once.filter((key) => named(key).includes(wanted));
  const [key] = found;
  if (!key) return { kind: 'none' };
  return found.length > 1 ? { kind: 'several' } : { kind: 'one', key };
}

function problemOf(author: Author['kind'], { from, to }: Looking): string | undefined {
  if (author === 'several') return 'Several people are called so. Please write the whole name.';
  if ([from, to].some((day) => day !== '' && !isDay(day))) return 'A day could not be read, and was passed over.';
  return undefined;
}

function notForYou(): Pressed {
  return say(
    'This list is for those who answer',
    'Nobody else sees what a colleague told or asked. Write “my permissions” to see yours.',
  );
}
