import { type Config, readConfig } from '../config.ts';

/** The settings cannot be used; the message lists each problem on a line. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The settings of this folder's bot, for a command that works on what it keeps. Throws a SettingsError. */
export function readSettings(): Config {
  loadEnvFile();
  const read = readConfig(process.env);
  if (read.kind === 'valid') return read.config;
  throw new SettingsError(
    ['Please correct these settings first:', ...read.problems.map((one) => `- ${one}`)].join('\n'),
  );
}

/** Adds what stands in this folder's .env to the environment, where there is one. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) throw error;
  }
}
