import { PNG } from 'pngjs';
import type { FieldProblem } from './problem.ts';

const sizes = { color: 192, outline: 32 } as const;

/** Whether an icon has the size and the colours that Teams asks for. `bytes` is the file. */
export function checkIcon(kind: keyof typeof sizes, bytes: Uint8Array): FieldProblem[] {
  const told = faultOf(kind, bytes);
  return told === undefined ? [] : [{ path: ['icons', kind], message: told }];
}

function faultOf(kind: keyof typeof sizes, bytes: Uint8Array): string | undefined {
  const icon = readPng(bytes);
  if (!icon) return 'The file is no PNG. Save it as one.';
  const size = sizes[kind];
  if (icon.width !== size || icon.height !== size)
    return `It is ${icon.width} × ${icon.height} pixels. Draw it with ${size} × ${size}.`;
  const pixels = pixelsOf(icon.data);
  if (kind === 'outline') {
    if (pixels.some(([red, green, blue, alpha]) => alpha > 0 && red + green + blue < 3 * 255))
      return 'It has other colours than white. Draw it in white on a transparent ground.';
    if (!pixels.some(([, , , alpha]) => alpha === 0)) return 'Its ground is not transparent. Leave the ground out.';
  }
  const looks = new Set(pixels.map((pixel) => (pixel[3] === 0 ? 'nothing' : pixel.join())));
  return looks.size > 1 ? undefined : 'There is nothing on it. Draw a sign.';
}

function readPng(bytes: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixelsOf(data: Buffer): Pixel[] {
  return Array.from({ length: data.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(4 * at, 4 * at + 4);
    return [red, green, blue, alpha] as const;
  });
}
