import { parse } from 'csv-parse/sync';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AddresseeRow } from '../../src/domain/broadcasts/broadcast-store.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { toBroadcastCsv } from '../../src/sheets/broadcast-csv.ts';
import { toBroadcastSheet } from '../../src/sheets/broadcast-sheet.ts';
import { writePdf } from '../../src/sheets/write-pdf.ts';
import { addressee, broadcast, listedAddressee } from '../storage/sample-broadcasts.ts';
import { readPdf } from './read-pdf.ts';

const school = {
  name: 'Marlow Bridge School',
  timeZone: 'Europe/London',
  groups: [
    { id: 'teaching', name: 'Teaching' },
    { id: 'kitchen', name: 'Kitchen and midday supervisors' },
  ],
};
const sent = broadcast(1, { message: 'Please read it again.\nThen say so.', sendAt: '2026-06-20T09:05:00.000Z' });
const at = '2026-06-20T09:05:00.000Z';
const row = (n: number, state: Delivery['state'], code: string, changed = {}): AddresseeRow => ({
  addressee: addressee(n, { groups: n % 2 ? ['teaching'] : ['teaching', 'kitchen'], ...changed }),
  delivery: { key: `${n}`, state, attempts: [{ at, outcome: state === 'sent' ? 'sent' : 'refused', code }] },
});
const acted = { readAt: '2026-06-20T09:30:00.000Z', acted: { what: 'done', at: '2026-06-20T10:00:00.000Z' } } as const;
const rows: AddresseeRow[] = [
  row(1, 'sent', 'ok'),
  row(2, 'sent', 'ok', acted),
  row(3, 'refused', 'http-403-MessageWritesBlocked', { round: 2 }),
  row(4, 'undeliverable', 'http-404'),
  row(5, 'unknown', 'ETIMEDOUT'),
  row(6, 'refused', 'nothing-to-tell'),
  { addressee: listedAddressee(7, { groups: [] }) },
];
const bare = (text: string) => text.replace(/[\s\u200b]/g, '');

describe('the table of a broadcast', () => {
  const read = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true });

  it('has everybody once, each in one state, and why, on the school’s clock', () => {
    const csv = toBroadcastCsv(sent, rows, school);
    expect(csv.startsWith('\ufeffName,Groups,State,Why')).toBe(true);
    const table = read(csv);
    expect(table).toHaveLength(rows.length);
    expect(table.map(({ State }) => State)).toEqual([
      'Sent',
      'Acted on it',
      'Refused by Teams',
      'Not installed',
      'Perhaps arrived',
      'Not of the school any more',
      'No account',
    ]);
    expect(table[1]).toMatchObject({
      Groups: 'Teaching; Kitchen and midday supervisors',
      Why: '',
      Sent: '2026-06-20 10:05', // summer time
      Seen: '2026-06-20 10:30',
      Acted: '2026-06-20 11:00',
      How: 'said that it is done',
    });
    expect(table[2]).toMatchObject({ Why: 'They blocked Staffroom', Sent: '', 'Times sent': '2' });
    expect(table[3]).toMatchObject({ Why: 'Staffroom is not installed for them' });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps %j from being a formula', (name) => {
    const csv = toBroadcastCsv(sent, [{ addressee: addressee(1, { name: `${name} x` }) }], school);
    expect(csv.split('\r\n')[1]).not.toMatch(/^"?[=+\-@\t\r]/);
  });
});

describe('the report of a broadcast', () => {
  it('has its words, a bar for each group, numbers that add up, and names nobody who got it', async () => {
    const input = {
      broadcast: sent,
      rows,
      about: { policy: 'Bicycles' },
      openedBy: 'Helen Marsh',
      school,
      printedAt: at,
    };
    const bytes = await writePdf(toBroadcastSheet(input));
    if (process.env.KEEP_PDFS) {
      mkdirSync(process.env.KEEP_PDFS, { recursive: true });
      writeFileSync(join(process.env.KEEP_PDFS, 'broadcast.pdf'), bytes);
    }
    const text = bare((await readPdf(bytes)).pages.join(' '));
    for (const words of [
      'Policy review: Bicycles',
      'Please read it again.',
      'Then say so.',
      'From: Helen Marsh',
      '1 acted on it + 0 seen + 1 sent + 0 still to be sent + 1 not installed + 1 refused + 1 perhaps arrived + 1 without an account + 1 left + 0 stopped = 7 in all.',
      '1 + 1 + 1 + 1 + 1 + 1 + 1 = 7',
      'Kitchen and midday supervisors',
      'They blocked Staffroom: 1',
      'Teams admin centre',
    ])
      expect(text).toContain(bare(words));
    expect(text).not.toContain(bare('Person 1'));
  });
});
