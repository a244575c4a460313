import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitFile } from '../../domain/policies/split-file.ts';
import { stampIds } from '../../domain/policies/stamp-ids.ts';

/**
 * Writes the missing clause ids into every policy file of a school or a folder of schools. Only files that change are
 * written, each as a whole and then put in place. Returns their names.
 */
export async function stampFiles(path: string): Promise<string[]> {
  const changed: string[] = [];
  for (const file of await policyFiles(path)) {
    const markdown = await readFile(file, 'utf8');
    const stamped = stampIds(markdown);
    if (stamped === markdown || !/^status:/m.test(splitFile(markdown).frontMatter ?? '')) continue;
    await writeFile(`${file}.new`, stamped);
    await rename(`${file}.new`, file);
    changed.push(file);
  }
  return changed;
}

async function policyFiles(path: string): Promise<string[]> {
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isFile()) return [path];
  if (!kind) return [];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => /(?:^|[\\/])(?!readme\.md$)[^\\/]+\.md$/i.test(name))
    .map((name) => join(path, name))
    .sort();
}
