import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/ledger/canonical-json.ts';
import { createSigner } from './create-signer.ts';
import { KeyError } from './key-error.ts';
import { KeyRing } from './key-ring.ts';

const signingName = 'signing';

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
  const keys: { kid: string; createdAt: string; halves: string[] }[] = [];
  let sealsWith = '';
  let sum = '';
  for (const [at, line] of sheet.split(/\r?\n/).entries()) {
    const words = line.trim().split(/\s+/);
    const [first = '', second = '', third = ''] = words;
    const key = keys.at(-1);
    if (first === 'Key' && words.length === 2) keys.push({ kid: second, createdAt: '', halves: [] });
    else if (first === 'made' && key) key.createdAt = second;
    else if (/^[12]$/.test(first) && words.at(-2) === 'check' && key) key.halves.push(readHalf(key.kid, words, at + 1));
    else if (first === 'Seals' && second === 'with') sealsWith = third;
    else if (first === 'Check' && second === 'sum') sum = words.slice(2).join(' ').toLowerCase();
  }
  const bytes = (halves: readonly string[]) => Buffer.from(halves.join(''), 'hex').toString('base64url');
  const read = KeyRing.safeParse({
    format: 'staffroom-keys-1',
    wrapping: keys
      .filter(({ kid }) => kid !== signingName)
      .map(({ kid, createdAt, halves }) => ({ kid, key: bytes(halves), createdAt })),
    sealsWith,
    dropUnused: false,
    signing: bytes(keys.find(({ kid }) => kid === signingName)?.halves ?? []),
  });
  if (!read.success)
    throw new KeyError('This is not a whole key sheet: a line with a key, its name or its date is missing.');
  if (checkSum(read.data) !== sum) {
    throw new KeyError('The check sum does not fit: a name, a date or a whole key differs from the sheet.');
  }
  return read.data;
}

function keyLines(kid: string, key: string): string[] {
  const hex = Buffer.from(key, 'base64url').toString('hex');
  return [hex.slice(0, 32), hex.slice(32)].map((half, at) => {
    const name = String(at + 1);
    return `  ${name}  ${grouped(half)}  check ${lineCheck(kid, name, half)}`;
  });
}

function readHalf(kid: string, words: readonly string[], line: number): string {
  const [name = ''] = words;
  const half = words.slice(1, -2).join('').toLowerCase();
  if (/^[0-9a-f]{32}$/.test(half) && lineCheck(kid, name, half) === words.at(-1)?.toLowerCase()) return half;
  throw new KeyError(`Line ${line} of the sheet (key ${kid}, line ${name}) has a slip. Compare it with the paper.`);
}

function lineCheck(kid: string, name: string, half: string): string {
  return createHash('sha256').update(`${kid} ${name} ${half}`).digest('hex').slice(0, 4);
}

function checkSum({ wrapping, sealsWith, signing }: KeyRing): string {
  const form = canonicalJson({ wrapping, sealsWith, signing });
  return grouped(createHash('sha256').update(form).digest('hex').slice(0, 16));
}

function grouped(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
