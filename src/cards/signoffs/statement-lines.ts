import type { Statement } from '../../domain/signoffs/campaign.ts';
import { cutText } from '../cut-text.ts';

/** What the template adds to a line, in bytes. */
const lineWeight = 400;

/**
 * Statements, each with its printed number, in at most `room` bytes that are shared out evenly: only declarations of more
 * than a page or two are cut.
 */
export function statementLines(statements: readonly Statement[], room: number): { text: string }[] {
  const limit = Math.max(80, Math.floor(room / Math.max(1, statements.length)) - lineWeight);
  return statements.map(({ ref, text }) => ({ text: cutText(`${ref ?? '•'} ${text}`, limit) }));
}
