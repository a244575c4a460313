import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** One limit: at most `points` in a fixed window of `seconds`, which begins with its first. `name` is its key in a table. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Makes the counter of a limit. */
export type LimiterFor = (limit: Limit) => Promise<RateLimiterAbstract>;

/** Counters of this process alone. */
export const createMemoryLimiter: LimiterFor = ({ name, points, seconds }) =>
  Promise.resolve(new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }));

/**
 * Counters that all instances on one PostgreSQL share, in the table `send_limits`, which is made when it is not there.
 * `pool` is a pool of `pg`. The promise of a counter rejects when the table could not be made.
 */
export function createPostgresLimiterFor(pool: object): LimiterFor {
  return (limit) => openLimiter(pool, limit).catch(() => openLimiter(pool, limit)); // of two that make the table at once, one is refused
}

function openLimiter(pool: object, { name, points, seconds }: Limit): Promise<RateLimiterAbstract> {
  return new Promise((resolve, reject) => {
    const options = { storeClient: pool, storeType: 'pool', tableName: 'send_limits', keyPrefix: name };
    const limiter: RateLimiterAbstract = new RateLimiterPostgres(
      { ...options, points, duration: seconds },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    );
  });
}
