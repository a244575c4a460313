/**
 * Letters and digits that nobody takes for one another: no 0 and O, no 1, I and L. There are 31 of them, a prime, which
 * is what makes the check letter find every wrong letter and every pair that changed places.
 */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const form = new RegExp(`^([${letters}]{2})-([${letters}]{4})-([${letters}])$`);
const choices = letters.length ** 4;

/**
 * A reference such as `SQ-7KQ2-M`: `prefix` (two of the letters above) says what it names, four random letters follow
 * and a check letter ends it. It counts nothing; there are 923,521 of each prefix, so whoever stores one may find it
 * taken and draws another. `randomBytes` gives that many random bytes.
 */
export function newReference(prefix: string, randomBytes: (size: number) => Uint8Array): string {
  // 48 bits over fewer than 2^20 choices: no letter is likelier than another by more than one in 2^28.
  const random = randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0) % choices;
  const drawn = [0, 1, 2, 3].map((place) =>
    letters.charAt(Math.floor(random / letters.length ** place) % letters.length),
  );
  const body = drawn.join('');
  const reference = `${prefix}-${body}-${checkLetter(prefix + body)}`;
  if (!form.test(reference)) throw new Error('the prefix of a reference is two of its letters');
  return reference;
}

/** Whether `text` is a reference, written exactly so: one wrong letter, or two that changed places, and it is not. */
export function isReference(text: string): boolean {
  const [, prefix, body, check] = form.exec(text) ?? [];
  return prefix !== undefined && body !== undefined && checkLetter(prefix + body) === check;
}

/** The letters weighted 1 to 6 and the check letter weighted 7 add up to a multiple of 31. */
function checkLetter(text: string): string {
  const sum = [...text].reduce((all, letter, place) => all + (place + 1) * letters.indexOf(letter), 0);
  // 9 is the inverse of 7 modulo 31.
  return letters.charAt((((-sum * 9) % letters.length) + letters.length) % letters.length);
}
