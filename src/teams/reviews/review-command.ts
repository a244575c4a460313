import { readDay } from '../../domain/people/read-day.ts';
import type { ReviewDecision } from '../../domain/reviews/record-review.ts';
import { adoptingBody } from '../versions/adopting-body.ts';

/** `duty` is the id or the title, as it was typed. */
export type ReviewCommand =
  | { readonly kind: 'list'; readonly page: number }
  | { readonly kind: 'begin'; readonly duty: string }
  | { readonly kind: 'compose'; readonly duty: string }
  | { readonly kind: 'record'; readonly duty: string; readonly decision: ReviewDecision };

const list =
  /^(?:please )?(?:(?:show|list|see) (?:me )?)?(?:the |all |our )?(?:policy )?(?:reviews|review calendar|review dates)(?:,? page (\d{1,4}))?[ .?!]*$/i;
const begin = /^(?:please )?(?:begin|start) (?:the |a )?review of (.{2,200}?)[ .?!]*$/i;
const record = /^(?:please )?record (?:the |a )?review of (.{2,200}?)(?:[ :,]+((?:un)?changed)\b[ :,]*(.*))?[ .?!]*$/is;

/**
 * Reads what is typed about reviews: "reviews", "reviews page 2", "begin review of <policy>", "record review of <policy>:
 * unchanged, board, 2026-11-18, next 2027-11-30, autumn meeting". What comes last is the meeting; a next date that is not
 * said is the cycle's. A day that cannot be read is missing, and asked for; other words are no command.
 */
export function readReviewCommand(said: string, today: string): ReviewCommand | undefined {
  const words = said.trim();
  const listed = list.exec(words);
  if (listed) return { kind: 'list', page: Math.max(0, Number(listed[1] ?? 1) - 1) };
  const begun = begin.exec(words)?.[1];
  if (begun !== undefined) return { kind: 'begin', duty: begun };
  const [, duty, outcome, rest = ''] = record.exec(words) ?? [];
  if (duty === undefined) return undefined;
  if (outcome === undefined) return { kind: 'compose', duty };
  return { kind: 'record', duty, decision: decisionOf(outcome.toLowerCase(), rest, today) };
}

function decisionOf(outcome: string, rest: string, today: string): ReviewDecision {
  const parts = rest
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const body = adoptingBody(parts[0] ?? '');
  if (body) parts.shift();
  const reviewedOn = readDay((parts.shift() ?? '').replace(/^on /i, ''), today) ?? '';
  const next = /^next(?: due| review)?(?: on|:)? (.+)$/i.exec(parts[0] ?? '')?.[1];
  if (next !== undefined) parts.shift();
  return {
    outcome: outcome === 'changed' ? 'changed' : 'unchanged',
    body: body ?? 'governing-board',
    reviewedOn,
    // What cannot be read is no day, so that it is asked for and not put in its place.
    nextDueOn: next === undefined ? '' : (readDay(next, today) ?? 'not a day'),
    meeting: parts.join(', ').replace(/^at /i, ''),
  };
}
