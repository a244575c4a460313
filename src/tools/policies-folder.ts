import { join } from 'node:path';
import { readPlaces } from '../config.ts';
import { projectRoot } from '../project-root.ts';
import { loadEnvFile } from './read-settings.ts';

/** Where a command looks for schools that is told no folder: where the bot of these settings does, else at the sample. */
export function policiesFolder(sample: string = join(projectRoot, 'policies')): string {
  loadEnvFile();
  return readPlaces({ POLICIES_DIR: sample, ...process.env }).policiesDir;
}
