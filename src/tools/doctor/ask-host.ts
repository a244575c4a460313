/** What a service says when it is knocked at: the time of its clock where it answers at all. */
export type HostAnswer = { readonly kind: 'answered'; readonly told?: Date | undefined } | { readonly kind: 'silent' };

/** Asks `url` for its head and nothing else, for five seconds. Any answer will do, a refusal too. Never rejects. */
export async function askHost(url: string): Promise<HostAnswer> {
  try {
    const { headers } = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    const told = Date.parse(headers.get('date') ?? '');
    return { kind: 'answered', told: Number.isNaN(told) ? undefined : new Date(told) };
  } catch {
    return { kind: 'silent' };
  }
}
