import { z } from 'zod/v4';
import { sendSlots, type SendSlots } from '../../domain/delivery/send-slots.ts';
import type { Database } from './database.ts';
import { parseFirst } from './rows.ts';

/** By the clock of the server, so that those of the bots need not agree. $2 is how long it is held at most and rests. */
const take = `
  with taken as (
    update send_slots set holder = $1, free_at = clock_timestamp() + $2 * interval '1 ms'
    where n = (select n from send_slots where free_at <= clock_timestamp() order by free_at limit 1 for update skip locked)
    returning n
  )
  select (select count(*) from taken)::integer as taken,
    (select ceil(extract(epoch from min(free_at) - clock_timestamp()) * 1000) from send_slots)::integer as "waitMs"`;

const Taken = z.strictObject({ taken: z.int(), waitMs: z.int() });

/** The slots that all bots on one PostgreSQL database share. A step that was done twice costs a slot until its time is over. */
export function createPostgresSlots(db: Database): SendSlots {
  const { restMs, heldMs } = sendSlots;
  return {
    take: (holder) =>
      db.transaction(async (session) => {
        const found = parseFirst(Taken, await session.query(take, [holder, heldMs + restMs]));
        if (!found) throw new Error('PostgreSQL gave no answer about its slots');
        // Whoever is about to take one is overlooked by others: then the wait may be over already.
        const waitMs = Math.min(Math.max(found.waitMs, 1), restMs);
        return found.taken > 0 ? { kind: 'taken' } : { kind: 'full', waitMs };
      }),
    giveBack: (holder) =>
      db.transaction(async (session) => {
        const text = `update send_slots set holder = null, free_at = clock_timestamp() + $2 * interval '1 ms' where holder = $1`;
        await session.query(text, [holder, restMs]);
      }),
  };
}
