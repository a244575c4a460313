import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionTen, StoreFileTen } from './version-ten.ts';

/** The store file of version 9: version 10's, without slips. */
export const StoreFileNine = StoreFileTen.omit({ slips: true }).extend({ version: z.literal(9) });

/** What a store of version 9 held, as a file of this version has it. */
export function fromVersionNine(file: z.infer<typeof StoreFileNine>): StoreFile {
  return fromVersionTen({ ...file, version: 10, slips: emptySections.slips });
}
