import { isReference } from '../../domain/delivery/reference.ts';
import type { BroadcastButton } from '../../domain/broadcasts/broadcast.ts';

/** `broadcast` is a reference, in capitals. `text` is a question, empty where none was written; pages count from 1. */
export type MessageCommand =
  | { readonly kind: 'show'; readonly broadcast: string }
  | { readonly kind: 'page'; readonly broadcast: string; readonly page: number }
  | { readonly kind: 'act'; readonly broadcast: string; readonly what: BroadcastButton; readonly text: string };

const ref = '(bc-[0-9a-z]{4}-[0-9a-z])';
const end = '[ .!]*$';
const show = new RegExp(`^(?:show |open )?(?:my |the )?message ${ref}${end}`, 'i');
const page = new RegExp(`^(?:please )?read ${ref},? page (\\d{1,4})${end}`, 'i');
const act = new RegExp(`^(?:please |i have |i am )?(read|sign|done)(?: with)? ${ref}${end}`, 'i');
const ask = new RegExp(`^(?:ask|question) (?:about|on) ${ref}(?:[ :,]+(.*))?$`, 'is');

/** What whoever got a message types about it; whether they got one is for the feature to find out. */
export function readMessageCommand(said: string): MessageCommand | undefined {
  const words = said.trim();
  const [, shown = ''] = show.exec(words) ?? [];
  if (isReference(shown.toUpperCase())) return { kind: 'show', broadcast: shown.toUpperCase() };
  const [, paged = '', number = ''] = page.exec(words) ?? [];
  if (isReference(paged.toUpperCase())) return { kind: 'page', broadcast: paged.toUpperCase(), page: Number(number) };
  const [, what = '', acted = ''] = act.exec(words) ?? [];
  if (isReference(acted.toUpperCase())) return toAct(acted, what.toLowerCase());
  const [, asked = '', text = ''] = ask.exec(words) ?? [];
  return isReference(asked.toUpperCase()) ? toAct(asked, 'ask', text.trim()) : undefined;
}

function toAct(broadcast: string, named: string, text = ''): MessageCommand {
  const what = named === 'read' || named === 'sign' || named === 'ask' ? named : 'done';
  return { kind: 'act', broadcast: broadcast.toUpperCase(), what, text };
}
