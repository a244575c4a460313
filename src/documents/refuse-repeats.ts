import type { LoadedSchool } from './load-school.ts';

/**
 * Two folders with one school id: one is served and the other says so, because an answer must never mix schools.
 * The folder that is already served under the id keeps it (`servedFrom`: id → folder), else the first one gets it.
 */
export function refuseRepeats(
  schools: readonly LoadedSchool[],
  servedFrom: ReadonlyMap<string, string>,
): LoadedSchool[] {
  const holder = new Map(servedFrom);
  return schools.map((loaded) => {
    const { folder, fingerprint, library } = loaded;
    if (!library) return loaded;
    const { id } = library.school;
    const first = holder.get(id) ?? folder;
    holder.set(id, first);
    if (first === folder) return loaded;
    const message = `the school in "${first}" has the id "${id}" too; give this one another`;
    return { folder, fingerprint, problems: [{ file: `${folder}/school.yaml`, line: 1, message }] };
  });
}
