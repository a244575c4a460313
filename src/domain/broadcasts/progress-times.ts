/** So few are sent before anybody could look twice. */
const few = 100;
/** Teams takes more in a second: so the last of these times is not long before the end. */
const perSecond = 20;
const leastSeconds = 5;
const most = 40;

/** When its sender’s chat shows how far a broadcast to so many is that goes out from `sendAt` on; never of one to few. */
export function progressTimes(count: number, sendAt: string): string[] {
  if (count <= few) return [];
  const lasts = count / perSecond;
  const step = Math.max(leastSeconds, Math.ceil(lasts / most));
  return Array.from({ length: Math.ceil(lasts / step) }, (_, n) =>
    new Date(Date.parse(sendAt) + (n + 1) * step * 1_000).toISOString(),
  );
}
