import { z } from 'zod/v4';

/** The data of every button with this verb on a card, in its order, whether it is pressed, submitted or asks for a dialog. */
export function buttonsOf(card: string, verb: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  JSON.parse(card, (_, value: unknown) => {
    const execute = z.object({ verb: z.literal(verb), data: z.record(z.string(), z.unknown()) }).safeParse(value).data;
    const submit = z
      .object({ type: z.literal('Action.Submit'), data: z.looseObject({ verb: z.literal(verb) }) })
      .safeParse(value).data;
    const { verb: _verb, msteams: _msteams, ...data } = execute?.data ?? submit?.data ?? {};
    if (execute || submit) found.push(data);
    return value;
  });
  return found;
}
