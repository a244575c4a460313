/** Those whom a typed name can mean: the whole name, or all of its words among theirs. */
export function peopleCalled<One extends { readonly name: string }>(people: readonly One[], typed: string): One[] {
  const words = wordsOf(typed).filter((word) => !titles.has(word));
  if (words.length === 0) return [];
  const whole = people.filter(({ name }) => wordsOf(name).join(' ') === words.join(' '));
  if (whole.length > 0) return whole;
  return people.filter(({ name }) => words.every((word) => wordsOf(name).includes(word)));
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'sir']);

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
