import { isReference } from '../../domain/delivery/reference.ts';

/** What somebody wants who wrote about their own reports. */
export type Command =
  | { readonly kind: 'report' | 'mine' }
  | { readonly kind: 'new'; readonly typing: boolean }
  | { readonly kind: 'typing' | 'go-on'; readonly id?: string | undefined }
  | { readonly kind: 'send' | 'cancel' | 'delete'; readonly id: string };

const report = /^(?:please )?report(?: (?:an? |this|the )?(?:incident|concern|something|it|worry)?)?[ .!]*$/i;
const wants =
  /^(?:i|we)(?: want| need| wish| have| would like|['’]d like) to (?:report\b|(?:make|file) a report\b)[^?]*$/i;
const mine = /^(?:(?:show|list|see|open) (?:me )?)?my (?:open )?reports?[ .?!]*$/i;
const fresh = /^(?:a )?new report( by typing)?[ .!]*$/i;
const typing = /^(?:report by typing|type(?: my report)?|answer by typing)[ .!]*$/i;
const named = /^(go on|send|cancel|delete(?: report)?)(?: with)?(?: (sd-[a-z0-9]+-[a-z0-9]+))?[ .!]*$/i;

/** Reads a whole message as such a wish; undefined for anything else, questions about reporting included. */
export function readCommand(text: string): Command | undefined {
  if (report.test(text) || wants.test(text)) return { kind: 'report' };
  if (mine.test(text)) return { kind: 'mine' };
  if (typing.test(text)) return { kind: 'typing' };
  const begun = fresh.exec(text);
  if (begun) return { kind: 'new', typing: begun[1] !== undefined };
  const [, verb = '', reference] = named.exec(text) ?? [];
  const id = reference?.toUpperCase();
  if (id !== undefined && !isReference(id)) return undefined;
  switch (verb.toLowerCase()) {
    case 'go on':
      return { kind: 'go-on', id };
    case 'send':
      return id === undefined ? undefined : { kind: 'send', id };
    case 'cancel':
    case 'delete':
      return id === undefined ? undefined : { kind: 'cancel', id };
    case 'delete report':
      return id === undefined ? undefined : { kind: 'delete', id };
    default:
      return undefined;
  }
}
