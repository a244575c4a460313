import { crc32, deflateSync } from 'node:zlib';

/**
 * A picture as a PNG of at most 256 colours, a third of what a screenshot weighs: each channel is rounded to sixteen steps, to
 * fewer where that leaves too many colours. No step moves a channel by more than an eye would notice on a card.
 */
export function toPalettePng({ data, width, height }: { data: Uint8Array; width: number; height: number }): Buffer {
  for (const step of [17, 51, 85]) {
    const palette = new Map<number, number>();
    const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
    for (let at = 0; at < width * height; at += 1) {
      const round = (channel: number) => Math.round((data[at * 4 + channel] ?? 0) / step) * step;
      const colour = (round(0) << 16) | (round(1) << 8) | round(2);
      const index = palette.get(colour) ?? palette.size;
      palette.set(colour, index);
      rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
    }
    if (palette.size <= 256) return asPng(width, height, [...palette.keys()], rows);
  }
  throw new Error('85 leaves 64 colours');
}

function asPng(width: number, height: number, colours: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a point, and they name a colour of the palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
