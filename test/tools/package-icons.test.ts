import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { checkIcon } from '../../src/tools/package/check-icons.ts';

type Paint = (x: number, y: number) => readonly [number, number, number, number];

function draw(size: number, paint: Paint): Uint8Array {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < size * size; at++) png.data.set(paint(at % size, Math.floor(at / size)), at * 4);
  return PNG.sync.write(png);
}
const white: Paint = () => [255, 255, 255, 255];
const sign =
  (ink: ReturnType<Paint>, ground: ReturnType<Paint>): Paint =>
  (x) =>
    x > 10 && x < 20 ? ink : ground;
const clear = [0, 0, 0, 0] as const;

describe('an icon', () => {
  test.each(['colour', 'outline'] as const)('of ours is as Teams wants it: %s', async (name) => {
    const bytes = await readFile(join(projectRoot, 'manifest', `${name}.png`));
    expect(checkIcon(name === 'colour' ? 'color' : 'outline', bytes)).toEqual([]);
  });

  const wrong: readonly (readonly [string, 'color' | 'outline', Uint8Array, RegExp])[] = [
    ['no PNG', 'color', Buffer.from('GIF89a'), /no PNG/],
    ['the wrong size', 'outline', draw(48, sign([255, 255, 255, 255], clear)), /48 × 48 pixels\. Draw it with 32 × 32/],
    ['an outline in colour', 'outline', draw(32, sign([200, 0, 0, 255], clear)), /other colours than white/],
    ['an outline on a ground', 'outline', draw(32, sign([255, 255, 255, 255], [255, 255, 255, 9])), /not transparent/],
    ['an outline of nothing', 'outline', draw(32, () => clear), /nothing on it/],
    ['a picture of nothing', 'color', draw(192, white), /nothing on it/],
  ];
  test.each(wrong)('with %s is told what to do', (_what, kind, bytes, told) => {
    const [problem, ...others] = checkIcon(kind, bytes);
    expect(problem?.path).toEqual(['icons', kind]);
    expect(problem?.message).toMatch(told);
    expect(others).toEqual([]);
  });
});
