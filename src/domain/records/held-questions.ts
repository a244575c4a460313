import { placeNamed } from '../secrecy/sealer.ts';
import type { HeldAs, HeldItem, Look } from './held-item.ts';

/** Questions that they asked or were asked, and whatever of these and of gaps names them. */
export async function questionsOf(look: Look): Promise<HeldItem[]> {
  const { desk, school, subject } = look;
  const own = (await Promise.all(subject.keys.map((key) => desk.questions.of(school.id, key)))).flat();
  const ownById = new Map(own.map((one) => [one.id, one]));
  const items = new Map<string, HeldItem>();
  for (const { place, sealedText } of await desk.questions.sealed(school.id)) {
    const at = placeNamed(school.id, place);
    if (at.type === 'suggestion') continue;
    const text = await desk.sealer.open(sealedText, at);
    const question = at.type === 'gap' ? undefined : ownById.get(at.id);
    const named = text === undefined ? [] : look.namedIn(text);
    const as: HeldAs[] = [
      ...(question && look.isThem(question.asker) ? (['asker'] as const) : []),
      ...(question && look.isThem(question.owner) ? (['owner'] as const) : []),
      ...named,
    ];
    if (as.length === 0) continue;
    const before = items.get(at.id);
    items.set(at.id, {
      record: at.type === 'gap' ? 'gap' : 'question',
      reference: at.id,
      ...(question && { at: question.askedAt }),
      as: [...new Set([...(before?.as ?? []), ...as])],
      aPersonDecides: before?.aPersonDecides === true || named.length > 0,
      unreadable: before?.unreadable === true || text === undefined,
      texts: [...(before?.texts ?? []), ...(text === undefined ? [] : [{ of: at.type, text: look.redact(text) }])],
    });
  }
  return [...items.values()];
}
