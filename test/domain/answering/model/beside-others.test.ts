import { describe, expect, it } from 'vitest';
import { besideOthers } from '../../../../src/domain/answering/model/beside-others.ts';

const shares = Float32Array.of(0.5, 0.3, 0.2);
const met = (...values: number[]) => ({ met: Float32Array.from(values) });

describe('besideOthers', () => {
  it('counts a word by what it tells the clauses apart', () => {
    const [both, common] = besideOthers([met(1, 1, 0), met(1, 0, 0)], shares);
    expect(both?.telling).toBeCloseTo((0.3 * 0.5) / (0.3 * 0.5 + 0.2), 5);
    expect(common?.telling).toBeCloseTo(0, 5);
  });

  it('names what another clause meets better, and what none does', () => {
    const [first, second] = besideOthers([met(1, 0.2, 0), met(0.4, 1, 0)], shares);
    expect(first?.outdone).toBeCloseTo(0.3 * 0.8, 5);
    expect(first?.alone).toBeCloseTo(0.5 * 0.6, 5);
    expect(second?.outdone).toBeCloseTo(0.5 * 0.6, 5);
    expect(second?.alone).toBeCloseTo(0.3 * 0.8, 5);
  });

  it('finds nothing to tell where clauses meet the same', () => {
    expect(
      besideOthers([met(0.5, 0, 0), met(0.5, 0, 0)], shares).map(({ outdone, alone }) => [outdone, alone]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
