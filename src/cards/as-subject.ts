/** A name where the sentence goes on behind it: "Helen Marsh, Headteacher, asked …". */
export function asSubject(name: string): string {
  return name.includes(', ') ? `${name},` : name;
}
