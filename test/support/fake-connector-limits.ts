/** [requests, milliseconds]: at most so many in any stretch of that length. */
type Window = readonly [number, number];

const perConversation: readonly Window[] = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
];
const overall: readonly Window[] = [[25, 1_000]];

/** Teams' limits for sending, over sliding windows, and who did not keep them. */
export interface FakeLimits {
  /** Counts a request. Seconds to stay away (Retry-After) when it is one too many; else undefined. */
  count(conversationId: string | undefined, now: number): number | undefined;
  /** Notes that the conversation was told to stay away until then. */
  tell(conversationId: string, until: number): void;
  /** Requests beyond a limit, and requests to a conversation inside the time that it was told to stay away. */
  breaches(): { readonly overLimit: number; readonly insideWindow: number };
}

export function createFakeLimits(): FakeLimits {
  const arrivals = new Map<string, number[]>();
  const told = new Map<string, number>();
  let overLimit = 0;
  let insideWindow = 0;

  function waitOf(key: string, windows: readonly Window[], now: number): number {
    const longest = Math.max(...windows.map(([, ms]) => ms));
    const times = (arrivals.get(key) ?? []).filter((at) => now - at < longest);
    times.push(now);
    arrivals.set(key, times);
    let wait = 0;
    for (const [most, ms] of windows) {
      const recent = times.filter((at) => now - at < ms);
      if (recent.length > most) wait = Math.max(wait, (recent[recent.length - most - 1] ?? now) + ms - now);
    }
    return wait;
  }

  return {
    count(conversationId, now) {
      const waits = [waitOf('all', overall, now)];
      if (conversationId !== undefined) {
        if (now < (told.get(conversationId) ?? 0)) insideWindow++;
        waits.push(waitOf(`in ${conversationId}`, perConversation, now));
      }
      const wait = Math.max(...waits);
      if (wait <= 0) return undefined;
      overLimit++;
      return Math.max(1, Math.ceil(wait / 1000));
    },
    tell: (conversationId, until) => void told.set(conversationId, Math.max(until, told.get(conversationId) ?? 0)),
    breaches: () => ({ overLimit, insideWindow }),
  };
}
