import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/storage/lowdb/lock-folder.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { buildEntry } from '../support/build-entry.ts';
import { startWriter, type Writer } from './start-writer.ts';

let program: string;
beforeAll(async () => {
  program = await buildEntry('test/storage/store-writer.ts');
});

let dataDir: string;
let writers: Writer[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'staffroom-store-'));
  writers = [];
});
afterEach(async () => {
  writers.forEach((writer) => writer.kill());
  await Promise.all(writers.map(({ ended }) => ended));
  await rm(dataDir, { recursive: true, force: true });
});
const start = () => {
  const writer = startWriter(program, dataDir, 'hold');
  writers.push(writer);
  return writer;
};

describe('a store folder', () => {
  test('is refused to a second process, within two seconds, in one line, with the file untouched', async () => {
    expect(await start().opened).toBe(true);
    const before = await readFile(join(dataDir, 'staffroom.json'));
    const { mtimeMs } = await stat(join(dataDir, 'staffroom.json'));
    const second = start();
    const { code, afterMs } = await second.ended;
    expect(code).toBe(1);
    expect(afterMs).toBeLessThan(2000);
    expect(second.stderr()).toMatch(/^Another Staffroom is running with the store in .*\n$/);
    expect(await readFile(join(dataDir, 'staffroom.json'))).toEqual(before);
    expect((await stat(join(dataDir, 'staffroom.json'))).mtimeMs).toBe(mtimeMs);
  });

  test('is refused by another path as well', async () => {
    expect(await start().opened).toBe(true);
    await symlink(dataDir, `${dataDir}-link`);
    await expect(openStores({ dataDir: `${dataDir}-link` })).rejects.toMatchObject({ kind: 'in-use' });
    await rm(`${dataDir}-link`);
  });

  test('goes to one of ten that start at once', async () => {
    for (let round = 0; round < 3; round++) {
      const opened = await Promise.all(Array.from({ length: 10 }, () => start().opened));
      expect(opened.filter(Boolean)).toHaveLength(1);
      writers.forEach((writer) => writer.kill());
      await Promise.all(writers.map(({ ended }) => ended));
    }
  }, 60_000);

  test('is free at once when its process was killed', async () => {
    const first = start();
    expect(await first.opened).toBe(true);
    first.kill('SIGKILL');
    await first.ended;
    const stores = await openStores({ dataDir });
    await stores.close();
  });

  test('is free again when it was closed, or could not be opened', async () => {
    await (await openStores({ dataDir })).close();
    const file = join(dataDir, 'staffroom.json');
    const good = await readFile(file);
    await writeFile(file, 'damaged');
    await expect(openStores({ dataDir })).rejects.toMatchObject({ kind: 'cannot-start' });
    await writeFile(file, good);
    await (await openStores({ dataDir })).close();
  });

  test('is refused while its socket file answers, which processes of other containers see', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(join(dataDir, 'staffroom.lock'), resolve));
    await expect(openStores({ dataDir })).rejects.toMatchObject({ kind: 'in-use' });
    await new Promise((resolve) => other.close(resolve));
    await (await openStores({ dataDir })).close();
  });

  test.skipIf(process.platform === 'win32')(
    'is locked by a socket file alone where there is nothing else',
    async () => {
      const unlock = await lockFolder(dataDir, 'darwin');
      await expect(lockFolder(dataDir, 'darwin')).rejects.toMatchObject({ kind: 'in-use' });
      await unlock();
      await (
        await lockFolder(dataDir, 'darwin')
      )();
    },
  );

  test('may have a path longer than the path of a socket', async () => {
    const long = join(dataDir, 'a'.repeat(100), 'b'.repeat(100));
    const stores = await openStores({ dataDir: long });
    await expect(openStores({ dataDir: long })).rejects.toMatchObject({ kind: 'in-use' });
    expect((await stat(join(long, 'staffroom.lock'))).isSocket()).toBe(true);
    await stores.close();
  });
});
