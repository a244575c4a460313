import { noteKinds, type Deed, type HandOverBody } from '../../domain/incidents/deed.ts';
import { incidentSteps } from '../../domain/incidents/incident-step.ts';
import { stepTitles } from '../../domain/incidents/demanded-steps.ts';
import { isReference } from '../../domain/delivery/reference.ts';

/** What somebody typed to be done with a report. `file`: wants it as a PDF; `sheet`: their own, to hand over. `not-a-reference`: it was mistyped. */
export type TypedDeed =
  | { readonly kind: 'deed'; readonly id: string; readonly deed: Deed }
  | { readonly kind: 'reply'; readonly id: string; readonly text: string }
  | { readonly kind: 'file' | 'sheet'; readonly id: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'not-a-reference' };

const list = /^(?:(?:show|list|see) (?:me )?)?(?:the )?open reports?[ .?!]*$/i;
const command =
  /^(acknowledge|take|open|details|note|ask|hand over|step|recorded|close|reopen|add to|answer|print|(?:get )?(?:the )?pdf(?: of)?) (sr-[a-z0-9]+-[a-z0-9]+)(?:[ :,.]+(.*))?$/is;
const bodies: Readonly<Record<string, HandOverBody>> = {
  police: 'police',
  lado: 'lado',
  'social care': 'social-care',
  ofsted: 'ofsted',
  hr: 'hr',
  head: 'head',
};

/** Reads what can be typed instead of pressed; undefined for anything else. */
export function readDeed(words: string): TypedDeed | undefined {
  if (list.test(words)) return { kind: 'list' };
  const [, verb = '', reference = '', rest = ''] = command.exec(words) ?? [];
  if (verb === '') return undefined;
  const id = reference.toUpperCase();
  if (!isReference(id)) return { kind: 'not-a-reference' };
  const text = rest.trim();
  if (verb.toLowerCase() === 'answer') return { kind: 'reply', id, text };
  if (/pdf/i.test(verb)) return { kind: 'file', id };
  if (/print/i.test(verb)) return { kind: 'sheet', id };
  return { kind: 'deed', id, deed: deedOf(verb.toLowerCase(), text) };
}

function deedOf(verb: string, text: string): Deed {
  switch (verb) {
    case 'acknowledge':
      return { kind: 'acknowledge' };
    case 'take':
      return { kind: 'take' };
    case 'recorded':
      return { kind: 'record' };
    case 'note':
      return noteOf(text);
    case 'ask':
      return { kind: 'ask', text };
    case 'hand over':
      return handOverOf(text);
    case 'step':
      return stepOf(text);
    case 'close':
      return { kind: 'close', text };
    case 'reopen':
      return { kind: 'reopen', text: text.replace(/^because\s+/i, '') };
    case 'add to':
      return { kind: 'add', text };
    default:
      return { kind: 'send-details' };
  }
}

/** "action: spoke to the parents"; an action where nothing else is said. */
function noteOf(text: string): Deed {
  const [, what = '', note = ''] = /^(action|decision|reason|outcome)\s*:\s*(.*)$/is.exec(text) ?? [];
  const kind = noteKinds.find((one) => one === what.toLowerCase());
  return kind ? { kind: 'note', what: kind, text: note } : { kind: 'note', what: 'action', text };
}

/** "police: spoke to PC Hill", or "not police: no crime". Without a known body nothing is recorded, and the form comes. */
function handOverOf(text: string): Deed {
  const [, not, named = '', note = ''] =
    /^(not )?(?:to )?(?:the )?(police|lado|social care|ofsted|hr|head)\b\s*:?\s*(.*)$/is.exec(text) ?? [];
  const to = bodies[named.toLowerCase()];
  const when = { day: '', time: '' } as const;
  return to
    ? { kind: 'hand-over', to, done: not === undefined, ...when, text: note }
    : { kind: 'hand-over', to: 'social-care', done: false, ...when, text: '' };
}

/** "parents told: at 14:10", or "not parents told: …". Without a known step nothing is recorded, and the form comes. */
function stepOf(text: string): Deed {
  const [, not, rest = ''] = /^(not )?(.*)$/is.exec(text) ?? [];
  const plain = rest.toLowerCase();
  const step = incidentSteps.find((one) => names(one).some((name) => plain.startsWith(name)));
  if (!step) return { kind: 'step', step: 'support-offered', done: false, text: '' };
  const name = names(step).find((one) => plain.startsWith(one)) ?? '';
  return { kind: 'step', step, done: not === undefined, text: rest.slice(name.length).replace(/^\s*:?\s*/, '') };
}

function names(step: (typeof incidentSteps)[number]): string[] {
  return [stepTitles[step].toLowerCase(), step.replace('-', ' '), step];
}
