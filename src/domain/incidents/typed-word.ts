/** Words that are never an answer but move the report, for somebody who answers by writing. */
export type TypedWord =
  | { readonly kind: 'skip' | 'back' | 'send' | 'later' | 'cancel' | 'delete' | 'forms' | 'needed' }
  | { readonly kind: 'change'; readonly section: number }
  | { readonly kind: 'ask'; readonly question: string };

const words: readonly (readonly [Exclude<TypedWord['kind'], 'change' | 'ask'>, RegExp])[] = [
  ['skip', /^(skip|next|not known|unknown|don['’]?t know|i don['’]?t know|not sure)$/i],
  ['back', /^(back|go back)$/i],
  ['send', /^(send|send it|send report|send what i have( now)?|submit)$/i],
  ['later', /^(later|save|save for later|stop)$/i],
  ['cancel', /^(cancel|cancel report)$/i],
  ['delete', /^(delete report|delete it)$/i],
  ['forms', /^(forms?|use forms)$/i],
  ['needed', /^(i need (them|you|the dsl) now)$/i],
];

/** Reads a whole message as such a word; undefined when it is an answer. A word within a longer text is text. */
export function typedWord(text: string): TypedWord | undefined {
  const plain = text.trim().replace(/[.!]+$/, '');
  const [, question] = /^ask\s*[:,-]\s*(.+)$/is.exec(text.trim()) ?? [];
  if (question !== undefined) return { kind: 'ask', question };
  const [, section] = /^change (\d)$/i.exec(plain) ?? [];
  if (section !== undefined) return { kind: 'change', section: Number(section) };
  const found = words.find(([, form]) => form.test(plain));
  return found && { kind: found[0] };
}
