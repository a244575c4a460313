import type { BuildOptions } from 'esbuild';

export function builtFrom(entry: string, folders: readonly string[]): Promise<string>;
export function bundleOptions(entry: string, outdir: string): BuildOptions;
