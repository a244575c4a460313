const longest = 26;

/** As much of a name as a button shows on a phone: whole where it is short, else its first words. */
export function shortName(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && words.join(' ').length > longest) words.pop();
  return words.join(' ').slice(0, longest);
}
