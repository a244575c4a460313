import type { HeldAs, HeldItem, Look } from './held-item.ts';

/** Words that were suggested to them, and any that name them; whose words they are is stored nowhere. */
export async function suggestionsOf({ desk, school, isThem, namedIn, redact }: Look): Promise<HeldItem[]> {
  const items = await Promise.all(
    (await desk.questions.suggestions(school.id)).map(async ({ id, owner, sealedText, at }) => {
      const place = { schoolId: school.id, type: 'suggestion', id };
      const isDropped = sealedText === '';
      const text = isDropped ? undefined : await desk.sealer.open(sealedText, place);
      const named = text === undefined ? [] : namedIn(text);
      const as: HeldAs[] = [...(isThem(owner) ? (['owner'] as const) : []), ...named];
      const item: HeldItem = {
        ...{ record: 'suggestion', reference: id, at, as },
        aPersonDecides: named.length > 0,
        unreadable: !isDropped && text === undefined,
        texts: text === undefined ? [] : [{ of: 'suggestion', text: redact(text) }],
      };
      return item;
    }),
  );
  return items.filter(({ as }) => as.length > 0);
}
