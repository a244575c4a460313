import { z } from 'zod/v4';
import { actNames, actsKeptFrom } from '../act-names.ts';
import type { Session } from './database.ts';
import type { ActTaken } from './fact.ts';
import { insertRows } from './insert-rows.ts';
import { parseRows } from './rows.ts';

/** `by`: which of the acts that were taken with it, where it was one of them that made the record. */
export type Taken = { readonly kind: 'new' } | { readonly kind: 'seen'; readonly made: string; readonly by?: number };

interface ActName {
  readonly schoolId: string;
  readonly name: string;
}
const Found = z.strictObject({ schoolId: z.string(), name: z.string(), made: z.string() });
const keyOf = ({ schoolId, name }: ActName) => `${schoolId} ${name}`;
const namesOf = ({ schoolId, kind, act }: ActTaken): ActName[] =>
  actNames(kind, act).map((name) => ({ schoolId, name }));
const among = '(school_id, name) in (select * from unnest($1::text[], $2::text[]))';

/**
 * Takes acts, or says for each what record it made before; a place without an act is as new. Of two transactions that take one act at once the second
 * waits until the first is committed, and then sees it. Also forgets acts of long ago.
 */
export async function takeActs(session: Session, given: readonly (ActTaken | undefined)[]): Promise<Taken[]> {
  const acts = given.filter((one) => one !== undefined);
  if (acts.length === 0) return given.map(() => ({ kind: 'new' }));
  const distinct = new Map<string, ActName & { made: string; at: string }>();
  for (const one of acts) {
    const { made, at } = one;
    for (const name of namesOf(one)) {
      if (!distinct.has(keyOf(name))) distinct.set(keyOf(name), { ...name, made, at });
    }
  }
  // In one order, so that two of these never wait for each other.
  const ordered = [...distinct.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  const inserted = await insertRows(session, 'acts', ordered, 'on conflict do nothing returning school_id, name');
  const mine = new Set(inserted.map((row) => keyOf({ schoolId: String(row.school_id), name: String(row.name) })));
  const known = new Map<string, { made: string; by?: number }>();
  const before = ordered.filter((row) => !mine.has(keyOf(row)));
  for (const { made, ...name } of await findActs(session, before)) known.set(keyOf(name), { made });
  if (known.size < before.length) throw new Error('an act was taken and is not there');

  const needless: ActName[] = [];
  const taken = given.map((one, n): Taken => {
    if (!one) return { kind: 'new' };
    const names = namesOf(one);
    const first = names.map((name) => known.get(keyOf(name))).find((found) => found !== undefined);
    if (first) needless.push(...names.filter((name) => mine.has(keyOf(name)) && !known.has(keyOf(name))));
    for (const name of names) if (!known.has(keyOf(name))) known.set(keyOf(name), first ?? { made: one.made, by: n });
    return first ? { kind: 'seen', ...first } : { kind: 'new' };
  });
  await deleteNames(session, needless);
  const fresh = given.filter((one, n): one is ActTaken => one !== undefined && taken[n]?.kind === 'new');
  await forgetOld(session, fresh);
  return taken;
}

/** Makes the act one that never came. */
export function releaseAct(session: Session, act: ActTaken): Promise<void> {
  return deleteNames(session, namesOf(act));
}

async function findActs(session: Session, names: readonly ActName[]): Promise<z.infer<typeof Found>[]> {
  if (names.length === 0) return [];
  const text = `select school_id as "schoolId", name, made from acts where ${among}`;
  return parseRows(Found, await session.query(text, columnsOf(names)));
}

async function deleteNames(session: Session, names: readonly ActName[]): Promise<void> {
  if (names.length > 0) await session.query(`delete from acts where ${among}`, columnsOf(names));
}

const columnsOf = (names: readonly ActName[]) => [names.map(({ schoolId }) => schoolId), names.map(({ name }) => name)];

/** More than most transactions add, and few enough to be found by the index: with thousands the server read all acts. */
const mostForgotten = 200;

/** Forgets what is old by the clock of the acts that are new: one that came again is as young as when it first came. */
async function forgetOld(session: Session, fresh: readonly ActTaken[]): Promise<void> {
  if (fresh.length === 0) return;
  const latest = fresh.reduce((last, { at }) => (at > last ? at : last), '');
  await session.query(
    `delete from acts where (school_id, name) in
       (select school_id, name from acts where at < $1 order by at limit $2 for update skip locked)`,
    [actsKeptFrom(latest), mostForgotten],
  );
}
