/** `what` is a campaign's reference, a policy's id or a title, as it was typed; references are in capitals. */
export type SigningCommand =
  | { readonly kind: 'mine' }
  | { readonly kind: 'ask' | 'declare'; readonly what: string }
  | { readonly kind: 'read'; readonly what: string; readonly page: number }
  | { readonly kind: 'agree'; readonly what: string; readonly mark: string; readonly name: string }
  | { readonly kind: 'query' | 'decline'; readonly what: string; readonly text: string }
  | { readonly kind: 'receipt' | 'copy'; readonly receipt: string };

const ref = '(ca-[a-z0-9]+-[a-z0-9]+)';
const end = '[ .?!]*$';
const mine = new RegExp(
  `^(?:(?:show|list|see) (?:me )?)?(?:what (?:have i|did i) sign(?:ed)?|what (?:do|must|should) i (?:(?:need|have|still have) to )?sign|my (?:signatures|sign-?offs|receipts))${end}`,
  'i',
);
const agree = new RegExp(`^i agree(?: to)? ${ref}(?:[ ,:]+([0-9a-f]{4})(?![0-9a-z]))?[ ,:]*(.*)$`, 'i');
const query = new RegExp(`^(?:a |i have a )?question (?:about|on|to) ${ref}[ ,:]*(.*)$`, 'i');
const cannot = new RegExp(`^i (?:cannot|can['’]?t|can not|do not|don['’]?t) agree(?: to)? ${ref}[ ,:]*(.*)$`, 'i');
const receipt = /^(?:(?:show|see) (?:me )?)?(?:my |the )?receipt (sg-[a-z0-9]+-[a-z0-9]+)[ .?!]*$/i;
const copy = /^(?:(?:get|give) (?:me )?)?(?:a |my )?(?:copy|pdf)(?: of)? (sg-[a-z0-9]+-[a-z0-9]+)[ .?!]*$/i;
const declare = new RegExp(`^(?:i have read|i['’]ve read|declaration(?: of)?) (.{2,200}?)${end}`, 'i');
const read = new RegExp(`^(?:please )?read (.{2,200}?)(?:,? page (\\d{1,4}))?${end}`, 'i');
const ask = new RegExp(`^(?:please )?(?:i want to )?(?:read and )?sign (.{2,200}?)${end}`, 'i');

/** What somebody types about their signatures; whether there is such a campaign is for the feature to find out. */
export function readSigningCommand(said: string): SigningCommand | undefined {
  const words = said.trim();
  if (mine.test(words)) return { kind: 'mine' };
  const [, agreed, mark = '', name = ''] = agree.exec(words) ?? [];
  if (agreed !== undefined) return { kind: 'agree', what: agreed, mark: mark.toUpperCase(), name: name.trim() };
  const [, asked, question = ''] = query.exec(words) ?? [];
  if (asked !== undefined) return { kind: 'query', what: asked, text: question.trim() };
  const [, declined, why = ''] = cannot.exec(words) ?? [];
  if (declined !== undefined) return { kind: 'decline', what: declined, text: why.trim() };
  const shown = receipt.exec(words)?.[1];
  if (shown !== undefined) return { kind: 'receipt', receipt: shown.toUpperCase() };
  const copied = copy.exec(words)?.[1];
  if (copied !== undefined) return { kind: 'copy', receipt: copied.toUpperCase() };
  const [, what, page = '1'] = read.exec(words) ?? [];
  if (what !== undefined) return { kind: 'read', what, page: Number(page) };
  const had = declare.exec(words)?.[1];
  if (had !== undefined) return { kind: 'declare', what: had };
  const signed = ask.exec(words)?.[1];
  return signed === undefined ? undefined : { kind: 'ask', what: signed };
}
