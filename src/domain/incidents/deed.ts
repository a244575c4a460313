import { z } from 'zod/v4';
import type { IncidentStep } from './incident-step.ts';

/** What a note says: the four parts of a record that Keeping Children Safe in Education asks for. */
export const noteKinds = ['action', 'decision', 'reason', 'outcome'] as const;
/** To whom a report is handed over. */
export const handOverBodies = ['police', 'lado', 'social-care', 'ofsted', 'hr', 'head'] as const;
export const NoteKind = z.enum(noteKinds);
export const HandOverBody = z.enum(handOverBodies);
export type NoteKind = (typeof noteKinds)[number];
export type HandOverBody = (typeof handOverBodies)[number];

export const bodyTitles: Readonly<Record<HandOverBody, string>> = {
  police: 'the police',
  lado: 'the LADO',
  'social-care': 'children’s social care',
  ofsted: 'Ofsted',
  hr: 'HR',
  head: 'the headteacher',
};

/**
 * What somebody does with a report. `take` names the last event that they saw: whoever was faster is not passed over
 * unseen; without it they take it whoever has it. `show` looks at the card, which has no names; `read` opens them.
 */
export type Deed =
  | { readonly kind: 'show' }
  | { readonly kind: 'read'; readonly part: number }
  | { readonly kind: 'send-details' }
  | { readonly kind: 'end-details'; readonly read: number }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'take'; readonly seen?: number | undefined }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'note'; readonly what: NoteKind; readonly text: string }
  | {
      readonly kind: 'hand-over';
      readonly to: HandOverBody;
      readonly done: boolean;
      /** YYYY-MM-DD and HH:MM by the school's clock; empty: now. */
      readonly day: string;
      readonly time: string;
      readonly text: string;
    }
  | { readonly kind: 'step'; readonly step: IncidentStep; readonly done: boolean; readonly text: string }
  /** Takes the whole report out of Staffroom as a file. */
  | { readonly kind: 'export'; readonly as: 'pdf' }
  | { readonly kind: 'record' }
  | { readonly kind: 'close'; readonly text: string }
  | { readonly kind: 'reopen'; readonly text: string }
  /** The reporter's own three. `fetched`: the sheet is in their hands, and not only offered. */
  | { readonly kind: 'print'; readonly fetched: boolean }
  | { readonly kind: 'reply'; readonly question: number; readonly text: string }
  | { readonly kind: 'add'; readonly text: string };

/** The most that one of these texts may hold, in UTF-16 units. */
export const longestNote = 10_000;
