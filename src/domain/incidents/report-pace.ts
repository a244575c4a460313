import type { Incident } from './incident.ts';

/**
 * So many reports of one person to one school go on within any hour; what comes beyond waits its turn and is never
 * dropped. GlobaLeaks takes 5 an hour from one source and 10 an hour for a whole tenant, and refuses the rest; a school has
 * a busy day sooner than a flood, so a person has here what a tenant has there.
 */
export const reportPace = { most: 10, windowMs: 60 * 60 * 1000 } as const;

type Sent = Pick<Incident, 'submittedAt' | 'events'>;

/**
 * Until when a new report waits before it goes on, ISO 8601; undefined where it goes at once, as an urgent one always does.
 * `earlier` are the sender's own reports, in any order: each takes a place in the hour in which it went on or will, urgent
 * ones too, so turns come in the order of sending. One that seems to be sent over an hour from now is the work of a clock
 * that was wrong, and holds up nothing.
 */
export function waitsUntil(
  { urgent, submittedAt }: Pick<Incident, 'urgent' | 'submittedAt'>,
  earlier: readonly Sent[],
): string | undefined {
  if (urgent) return undefined;
  const { most, windowMs } = reportPace;
  const now = Date.parse(submittedAt);
  const turns = earlier
    .filter((one) => Date.parse(one.submittedAt) - now <= windowMs)
    .map((one) => Date.parse(goesOnAt(one)))
    .sort((a, b) => b - a);
  const turn = (turns[most - 1] ?? -Infinity) + windowMs;
  return turn > now ? new Date(turn).toISOString() : undefined;
}

/** Until when a report was held when it was sent; undefined where it went on at once. */
export function heldUntil({ events }: Pick<Incident, 'events'>): string | undefined {
  const held = events.find(({ kind }) => kind === 'submitted')?.facts?.heldUntil;
  return typeof held === 'string' ? held : undefined;
}

/** When a report goes on to those who receive it, or went: its clocks count from then. */
export function goesOnAt({ submittedAt, events }: Sent): string {
  return heldUntil({ events }) ?? submittedAt;
}
