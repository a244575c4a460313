import { z } from 'zod/v4';
import type { Act } from '../../domain/delivery/act.ts';
import { actNames, actsKeptFrom, type ActKind } from '../act-names.ts';
import type { Session } from './database.ts';
import { parseRows } from './rows.ts';

const Seen = z.object({ name: z.string(), made: z.string() });

/** The id of the record that this act made when it came before, under either of its names. */
export async function findMade(
  session: Pick<Session, 'query'>,
  schoolId: string,
  kind: ActKind,
  act: Act,
): Promise<string | undefined> {
  const names = actNames(kind, act);
  const rows = await session.query('select name, made from acts where school_id = $1 and name = any($2::text[])', [
    schoolId,
    names,
  ]);
  const seen = new Map(parseRows(Seen, rows).map(({ name, made }) => [name, made]));
  return names.map((name) => seen.get(name)).find((made) => made !== undefined);
}

/**
 * Takes the act for the record `made`, or says what record it made before. Of two that take one act at once the second
 * waits until the first is committed, and then sees it. Also forgets acts of long ago.
 */
export async function takeAct(
  session: Session,
  { schoolId, kind, act, made, at }: { schoolId: string; kind: ActKind; act: Act; made: string; at: string },
): Promise<{ kind: 'new' } | { kind: 'seen'; made: string }> {
  const before = await findMade(session, schoolId, kind, act);
  if (before !== undefined) return { kind: 'seen', made: before };
  const names = [...actNames(kind, act)].sort(); // in one order, so that two of these never wait for each other
  const taken = await session.query(
    `insert into acts (school_id, name, made, at) select $1, name, $3, $4 from unnest($2::text[]) as name
     on conflict do nothing returning name`,
    [schoolId, names, made, at],
  );
  if (taken.length < names.length) {
    const mine = taken.map(({ name }) => name);
    await session.query('delete from acts where school_id = $1 and name = any($2::text[])', [schoolId, mine]);
    const first = await findMade(session, schoolId, kind, act);
    if (first === undefined) throw new Error('an act was taken and is not there');
    return { kind: 'seen', made: first };
  }
  await session.query(
    `delete from acts where (school_id, name) in
       (select school_id, name from acts where at < $1 order by at limit 100 for update skip locked)`,
    [actsKeptFrom(at)],
  );
  return { kind: 'new' };
}
