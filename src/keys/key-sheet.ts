import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { canonicalJson } from '../domain/ledger/canonical-json.ts';
import { createSigner } from './create-signer.ts';
import { KeyError } from './key-error.ts';
import { type FormerKey, KeyRing } from './key-ring.ts';

const signingName = 'signing';
const formerName = 'signed-';

/** The ring as a page of plain text to print, seal in an envelope and lay in the safe. */
export function toKeySheet(ring: KeyRing, now: Date): string {
  const { keyId } = createSigner(ring);
  return [
    'STAFFROOM KEYS: CONFIDENTIAL',
    '',
    'Whoever has this sheet can read what staff wrote to the bot and can sign its ledgers.',
    'Seal it in an envelope and lay it in the school’s safe. Without these keys no backup',
    'can be read. Keep older sheets until the backups of their time are gone (35 days).',
    'To put the keys on a machine: type or scan this sheet into a text file, then',
    '  staffroom keys import SHEET FILE',
    'and destroy the text file. Every line has a check, so a slip is found and named.',
    '',
    `Printed ${now.toISOString().slice(0, 10)}`,
    '',
    ...ring.wrapping.flatMap(({ kid, key, createdAt }) => [`Key ${kid}`, `  made ${createdAt}`, ...keyLines(kid, key)]),
    `Key ${signingName}`,
    ...keyLines(signingName, ring.signing),
    ...formerLines(ring.formerSigning ?? []),
    '',
    `Seals with ${ring.sealsWith}`,
    `Check sum ${checkSum(ring)}`,
    '',
    'Not secret, for staffroom verify EXPORT --key ID: the ledgers are signed with the key',
    `  ${keyId}`,
    '',
  ].join('\n');
}

/** The ring that a sheet holds. Throws a KeyError that names the line with a slip, or what is missing. */
export function readKeySheet(sheet: string): KeyRing {
  const keys: { kid: string; at: string; parts: string[] }[] = [];
  let sealsWith = '';
  let sum = '';
  for (const [at, line] of sheet.split(/\r?\n/).entries()) {
    const words = line.trim().split(/\s+/);
    const [first = '', second = '', third = ''] = words;
    const key = keys.at(-1);
    if (first === 'Key' && words.length === 2) keys.push({ kid: second, at: '', parts: [] });
    else if ((first === 'made' || first === 'until') && key) key.at = second;
    else if (/^[1-6]$/.test(first) && words.at(-2) === 'check' && key) key.parts.push(readPart(key.kid, words, at + 1));
    else if (first === 'Seals' && second === 'with') sealsWith = third;
    else if (first === 'Check' && second === 'sum') sum = words.slice(2).join(' ').toLowerCase();
  }
  const bytes = (parts: readonly string[]) => Buffer.from(parts.join(''), 'hex').toString('base64url');
  const former = keys.filter(({ kid }) => kid.startsWith(formerName));
  const read = KeyRing.safeParse({
    format: 'staffroom-keys-1',
    wrapping: keys
      .filter(({ kid }) => kid !== signingName && !kid.startsWith(formerName))
      .map(({ kid, at, parts }) => ({ kid, key: bytes(parts), createdAt: at })),
    sealsWith,
    dropUnused: false,
    signing: bytes(keys.find(({ kid }) => kid === signingName)?.parts ?? []),
    ...(former.length > 0 && {
      formerSigning: former.map(({ at, parts }) => ({
        publicKey: bytes(parts.slice(0, 2)),
        until: at,
        endorsement: bytes(parts.slice(2)),
      })),
    }),
  });
  if (!read.success)
    throw new KeyError('This is not a whole key sheet: a line with a key, its name or its date is missing.');
  if (checkSum(read.data) !== sum) {
    throw new KeyError('The check sum does not fit: a name, a date or a whole key differs from the sheet.');
  }
  return read.data;
}

/** Whether somebody confirmed that a sheet with all of these keys lies in the safe. */
export function isSheetInSafe(ring: KeyRing): boolean {
  // The first signing key has the ring's age: a confirmation from before its id was noted is one for it too.
  const needed = ring.formerSigning ? kidsOnSheet(ring) : ring.wrapping.map(({ kid }) => kid);
  return needed.every((kid) => ring.inSafe?.kids.includes(kid) ?? false);
}

/** The ids of the keys that a sheet of this ring shows and that are secret. */
export function kidsOnSheet(ring: KeyRing): string[] {
  return [...ring.wrapping.map(({ kid }) => kid), createSigner(ring).keyId];
}

function formerLines(former: readonly FormerKey[]): string[] {
  if (former.length === 0) return [];
  const lines = former.flatMap(({ publicKey, until, endorsement }, at) => {
    const name = `${formerName}${at + 1}`;
    return [`Key ${name}`, `  until ${until}`, ...keyLines(name, publicKey, endorsement)];
  });
  return ['', 'Not secret, and needed to check what these signed before:', ...lines];
}

/** The bytes of these texts in lines of 16, each with a check. */
function keyLines(kid: string, ...texts: readonly string[]): string[] {
  const hex = Buffer.concat(texts.map((text) => Buffer.from(text, 'base64url'))).toString('hex');
  return (hex.match(/.{32}/g) ?? []).map((part, at) => {
    const name = String(at + 1);
    return `  ${name}  ${grouped(part)}  check ${lineCheck(kid, name, part)}`;
  });
}

function readPart(kid: string, words: readonly string[], line: number): string {
  const [name = ''] = words;
  const part = words.slice(1, -2).join('').toLowerCase();
  const check = words.at(-1)?.toLowerCase() ?? '';
  const checkOf = check.length === 4 ? shortLineCheck : lineCheck;
  if (/^[0-9a-f]{32}$/.test(part) && checkOf(kid, name, part) === check) return part;
  throw new KeyError(`Line ${line} of the sheet (key ${kid}, line ${name}) has a slip. Compare it with the paper.`);
}

/** A CRC: no slip of up to four neighbouring characters escapes it. */
function lineCheck(kid: string, name: string, part: string): string {
  return crc32(`${kid} ${name} ${part}`).toString(16).padStart(8, '0');
}

/** The check on sheets that were printed before 25 November 2026 and lie in a safe: one slip in 65,000 escapes it. */
function shortLineCheck(kid: string, name: string, part: string): string {
  return createHash('sha256').update(`${kid} ${name} ${part}`).digest('hex').slice(0, 4);
}

function checkSum({ wrapping, sealsWith, signing, formerSigning }: KeyRing): string {
  const form = canonicalJson({ wrapping, sealsWith, signing, ...(formerSigning && { formerSigning }) });
  return grouped(createHash('sha256').update(form).digest('hex').slice(0, 16));
}

function grouped(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
