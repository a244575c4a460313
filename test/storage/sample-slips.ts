import type { Slip } from '../../src/domain/slips/slip.ts';
import { asker, at, owner, schoolId } from './sample-facts.ts';

/** The slip number `n`: a permission that nobody answered yet. */
export const slip = (n: number, changed: Partial<Slip> = {}): Slip => ({
  id: `SP-${n}`,
  schoolId,
  way: 'ask',
  kind: 'images',
  title: 'Taking or using pictures of pupils',
  atEnd: 'Have the pictures been deleted?',
  clause: 'mobile-devices#qtafxd',
  author: asker,
  sealedText: `sealed slip ${n}`,
  at: at(n),
  told: [owner],
  events: [],
  revision: 1,
  ...changed,
});

/** The same with everything that can happen to one. */
export const longSlip = (n: number): Slip =>
  slip(n, {
    events: [
      { kind: 'talk', at: at(10), by: owner, sealedText: `sealed talk ${n}` },
      { kind: 'passed', at: at(11), by: owner, to: 'lado' },
      { kind: 'given', at: at(12), by: owner, until: '2026-12-18', sealedText: `sealed condition ${n}` },
      { kind: 'reminded', at: at(13), until: '2026-12-18' },
      { kind: 'renewal-asked', at: at(14), by: asker, until: '2027-01-29' },
      { kind: 'refused', at: at(15), by: owner, sealedText: `sealed reason ${n}` },
      { kind: 'ended', at: at(16), until: '2026-12-18' },
      { kind: 'end-answered', at: at(17), by: asker, done: false },
      { kind: 'chased', at: at(18), asked: [owner] },
      { kind: 'handed-on', at: at(19), asked: [owner, asker] },
      { kind: 'unanswered', at: at(20) },
    ],
    revision: 12,
  });
