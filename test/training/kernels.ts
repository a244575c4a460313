import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openWabt from 'wabt';
import { projectRoot } from '../../src/project-root.ts';

/** Sums over vectors in one memory (kernels.wat says what each does); a place is in bytes, a row's vector is its number times the size. */
export interface Kernels {
  readonly memory: ArrayBuffer;
  begin(size: number): void;
  dot(one: number, other: number): number;
  add(to: number, scale: number, from: number): void;
  nearness(word: number, rows: number, count: number, out: number): void;
  meet(
    near: number,
    stride: number,
    asked: number,
    columns: number,
    worths: number,
    count: number,
    best: number,
    which: number,
  ): void;
  sum(rows: number, shares: number, count: number, out: number): void;
  spread(rows: number, shares: number, count: number, turn: number, gradients: number, out: number): void;
  move(row: number, far: number, gradient: number): void;
}

const page = 65_536;

/** Of what Node has and its types leave out, what is needed here. */
const { WebAssembly: assembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
    instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: object } }>;
  };
};

/** Assembles kernels.wat with a memory of at least `bytes`, all zero. */
export async function createKernels(bytes: number): Promise<Kernels> {
  const wabt = await openWabt();
  const text = readFileSync(join(projectRoot, 'test/training/kernels.wat'), 'utf8');
  const { buffer } = wabt.parseWat('kernels.wat', text, { simd: true, bulk_memory: true }).toBinary({});
  const memory = new assembly.Memory({ initial: Math.ceil(bytes / page), maximum: page });
  const { instance } = await assembly.instantiate(new Uint8Array(buffer), { learning: { memory } });
  return { ...(instance.exports as Omit<Kernels, 'memory'>), memory: memory.buffer };
}
