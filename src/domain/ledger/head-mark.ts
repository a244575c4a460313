const digits = 20;

/**
 * The short form of a chain's head for receipts: the first 20 hexadecimal digits of its hash in groups of four
 * (`7f3a-91c2-0b6e-44d8-a1b2`). 80 bits: nobody can make another entry that has the same mark.
 */
export function headMark(hash: string): string {
  return (hash.slice(0, digits).match(/.{4}/g) ?? []).join('-');
}

/**
 * What somebody copied from a receipt or a chat, a whole hash or its mark, as the hexadecimal digits that an entry's
 * hash must begin with; nothing when it is too short or holds anything else.
 */
export function readMark(written: string): string | undefined {
  const hex = written.replace(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{20,64}$/.test(hex) ? hex : undefined;
}
