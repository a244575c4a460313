import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().optional(),
  mentioned: z.object({ id: z.string(), name: z.string().optional() }),
});
const named: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

/** Whether the message @mentions this bot. */
export function isAddressed(activity: Partial<Activity>, ownAppId: string): boolean {
  return mentionsOf(activity).some(({ mentioned }) => isBot(mentioned.id, activity, ownAppId));
}

/**
 * What the person wrote: without the @mention of the bot and the mark where a card stands in their message, other mentions as
 * the plain name, HTML entities as characters. On one line, or with its `lines`.
 */
export function said(activity: Partial<Activity>, ownAppId: string, { lines = false } = {}): string {
  let text = typeof activity.text === 'string' ? activity.text : '';
  for (const mention of mentionsOf(activity)) {
    const { id, name } = mention.mentioned;
    const written = mention.text ?? (name && `<at>${name}</at>`);
    if (written && isBot(id, activity, ownAppId)) text = text.replace(written, ' ');
  }
  return decode(text.replace(/<\/?(?:at|span)\b[^>]*>/gi, ' '))
    .replace(/\p{Surrogate}/gu, '\uFFFD') // halves of a character, which no link can carry
    .replace(lines ? /[^\S\r\n]+/g : /\s+/g, ' ')
    .trim();
}

function mentionsOf(activity: Partial<Activity>): z.infer<typeof Mention>[] {
  const entities: unknown[] = Array.isArray(activity.entities) ? activity.entities : [];
  return entities.flatMap((entity) => Mention.safeParse(entity).data ?? []);
}

function isBot(id: string, activity: Partial<Activity>, ownAppId: string): boolean {
  return id === activity.recipient?.id || id === ownAppId || id === `28:${ownAppId}`;
}

function decode(text: string): string {
  return text.replace(/&(#?\w{1,8});/g, (whole, name: string) => {
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : /^#/.test(name) ? parseInt(name.slice(1), 10) : NaN;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
  });
}
