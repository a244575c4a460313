import type { HeldItem, Look } from './held-item.ts';

/** The reviews that they began or recorded; what was typed with them, without the names of others. */
export async function reviewsOf({ desk, school, isThem, redact }: Look): Promise<HeldItem[]> {
  const held = { record: 'review', as: ['reviewer'], aPersonDecides: false, unreadable: false } as const;
  return (await desk.reviews.reviews(school.id)).flatMap(({ duty, dueOn, begun, done }): HeldItem[] => {
    const reference = `${duty} ${dueOn}`;
    const began = isThem(begun?.by) && begun ? [{ ...held, reference, at: begun.at, texts: [] }] : [];
    if (!done || !isThem(done.by)) return began;
    const meeting = done.meeting === undefined ? [] : [{ of: 'the meeting', text: redact(done.meeting) }];
    const texts = [{ of: 'what was decided', text: `${done.outcome}, on ${done.reviewedOn}` }, ...meeting];
    return [...began, { ...held, reference, at: done.at, texts }];
  });
}
