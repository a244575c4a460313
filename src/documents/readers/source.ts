import type { SourceLine } from '../source-line.ts';

/** A file as read: its lines and, where it is text, the text itself. `reason` completes "It was not imported: …". */
export type Source = { kind: 'read'; lines: SourceLine[]; text?: string } | { kind: 'refused'; reason: string };
