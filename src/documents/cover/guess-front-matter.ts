import type { Doubt } from '../account.ts';
import type { Piece } from '../blocks/piece.ts';
import { readDate } from './read-dates.ts';

/** What could be read about the document; a key is absent where the document does not say it. */
export interface GuessedFrontMatter {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly version: string;
  readonly approved?: string;
  readonly reviewDue?: string;
  readonly audience: readonly string[];
  readonly signoff: 'required' | 'none';
}

const reviewKeys = [
  /\b(?:next\s+review|review[_\s-]?(?:due|date)|date\s+(?:of\s+next\s+review|to\s+be\s+reviewed|for\s+review)|to\s+be\s+reviewed|due\s+for\s+review|review(?:ed)?\s+(?:by|on|in))\b/i,
  /\breview\s*:/i,
];
const approvedKeys = [
  /\b(?:date\s+(?:approved|adopted|ratified)|approv(?:ed|al)|adp?o?a?pted|adopted|adpoted|ratified|agreed\s+by)(?:\b|_)/i,
  /\b(?:date\s+of\s+(?:issue|policy|publication|last\s+review)|last\s+reviewed|reviewed|issued?|published|effective\s+from|publication)\b/i,
];
const owners: readonly [RegExp, string][] = [
  [/\bsafeguard|child protection|prevent duty/i, 'dsl'],
  [/\bdata protection|privacy|gdpr|records?\b/i, 'dpo'],
  [
    /\be-?safety|online safety|internet|social (?:media|network)|\bict\b|acceptable use|technolog|mobile|cyber/i,
    'ictLead',
  ],
];

const ownerNames: readonly [RegExp, string][] = [
  [/\bdsl\b|safeguarding/i, 'dsl'],
  [/\bdpo\b|data protection/i, 'dpo'],
  [/\bbusiness manager\b|\bsbm\b/i, 'businessManager'],
  [/\bhr\b|human resources|people/i, 'hr'],
  [/\bict\b|\bit\b|computing|network/i, 'ictLead'],
  [/\bdeputy\b/i, 'deputyHead'],
  [/\bhead\s?teacher|\bhead\b|principal/i, 'head'],
  [/\bchair\b/i, 'chair'],
];

/** Guesses a policy's front matter from its title, its cover and its text; what was guessed is told in `doubts`. */
export function guessFrontMatter(
  title: string,
  pieces: readonly Piece[],
  signoff: boolean,
  fileName: string,
  doubts: Doubt[],
): GuessedFrontMatter {
  const worded = pieces.filter(({ kind }) => ['field', 'text', 'item', 'title'].includes(kind));
  const ordered = [...worded.filter(({ kind }) => kind === 'field'), ...worded.filter(({ kind }) => kind !== 'field')];
  const reviewDue = dated(ordered, reviewKeys, 'review date', doubts);
  const approved = dated(
    ordered.filter(({ text }) => !isReviewOnly(text)),
    approvedKeys,
    'date of approval',
    doubts,
  );
  const version = ordered
    .map(({ text }) => /\b(?:version|v)\.?\s*:?\s*(\d+(?:\.\d+)*)\b/i.exec(text)?.[1])
    .find(Boolean);
  const printed = ordered.find(
    ({ kind, text }) => kind === 'field' && /\b(?:owner|responsib\w+|policy lead)\b/i.test(text),
  );
  const named = printed && ownerNames.find(([words]) => words.test(printed.text))?.[1];
  const owner = named ?? owners.find(([words]) => words.test(title))?.[1] ?? 'head';
  const blank = ordered.find(({ kind, text }) => kind === 'field' && /\breview\b/i.test(text) && !/\d/.test(text));
  if (!reviewDue && blank)
    doubts.push({ line: blank.lines[0] ?? 1, message: `"${blank.text}" is printed with no date after it` });
  if (!reviewDue) doubts.push({ line: 1, message: 'no review date was found; write reviewDue into the front matter' });
  if (!approved)
    doubts.push({ line: 1, message: 'no date of approval was found; write approved into the front matter' });
  doubts.push({
    line: 1,
    message: `owner "${owner}" is a guess from the ${named ? 'cover' : 'title'}; put the role whose holder answers for this policy`,
  });
  const id = slug(title) || slug(fileName.replace(/\.[a-z]+$/i, '')) || 'policy';
  return {
    id,
    title,
    owner,
    version: version ?? '1',
    ...(approved ? { approved } : {}),
    ...(reviewDue ? { reviewDue } : {}),
    audience: ['staff'],
    signoff: signoff ? 'required' : 'none',
  };
}

function dated(pieces: readonly Piece[], keys: readonly RegExp[], name: string, doubts: Doubt[]): string | undefined {
  for (const key of keys) {
    for (const piece of pieces) {
      const match = key.exec(piece.text.replace(/_/g, ' '));
      if (!match) continue;
      const tail = piece.text.slice(match.index, match.index + 160);
      const own = readDate(tail);
      const next = pieces[pieces.indexOf(piece) + 1];
      const found =
        own ??
        (piece.kind === 'field' && next?.kind === 'field' && /^on\b/i.test(next.text)
          ? readDate(next.text)
          : undefined);
      if (!found) continue;
      const reading = found.exact ? '' : ', its last day';
      doubts.push({
        line: piece.lines[0] ?? 1,
        message: `${name} read as ${found.date} from "${found.printed}"${reading}`,
      });
      return found.date;
    }
  }
  return undefined;
}

function isReviewOnly(text: string): boolean {
  return /\breview/i.test(text) && !/\b(?:approved|adopted|adpoted|ratified|last\s+review)/i.test(text);
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.length <= 60 ? words : words.slice(0, 60).replace(/-[^-]*$/, '');
}
