import { createHash } from 'node:crypto';
import { chmod, open, realpath, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import { codeOf } from './read-generation.ts';

/** Gives the folder free again. */
export type Unlock = () => Promise<void>;

/**
 * Takes an existing folder for this process alone, and until the process ends however it ends: the system closes the
 * sockets of a process that was killed. Rejects within two seconds with a StoreError `in-use` when another process has
 * the folder. On Linux the lock is an abstract socket, and a socket file in the folder for processes of other containers,
 * which do not see each other's abstract sockets; on Windows a named pipe; elsewhere a socket file.
 */
export async function lockFolder(dataDir: string, platform: NodeJS.Platform = process.platform): Promise<Unlock> {
  const inUse = new StoreError(
    `Another Staffroom is running with the store in ${dataDir}. Stop it first, or give this one a DATA_DIR of its own.`,
    'in-use',
  );
  const name = await nameOf(dataDir, platform);
  if (platform === 'win32') return closing(await listen(`\\\\.\\pipe\\${name}`, inUse));
  if (platform !== 'linux') return closing(await listenOnFile(join(tmpdir(), `${name}.lock`), inUse));

  const abstract = await listen(`\0${name}`, inUse);
  // The path of a socket may have 107 characters; through the open folder's own number it always fits.
  const folder = await open(dataDir, 'r');
  const release = async (file?: Server) => {
    if (file) await close(file);
    await folder.close();
    await close(abstract);
  };
  try {
    const file = await listenOnFile(`/proc/self/fd/${folder.fd}/staffroom.lock`, inUse);
    return () => release(file);
  } catch (error) {
    // Some disks can hold no sockets; the abstract one still keeps out every process of this machine or container.
    if (error !== inUse) return () => release();
    await release();
    throw error;
  }
}

/** One name for one folder, by whatever path it is reached. */
async function nameOf(dataDir: string, platform: NodeJS.Platform): Promise<string> {
  const { dev, ino } = await stat(dataDir, { bigint: true });
  const identity = platform === 'win32' ? (await realpath(dataDir)).toLowerCase() : `${dev}:${ino}`;
  return `staffroom-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;
}

/** Takes a socket file. One that nobody listens on any more was left by a process that was killed. */
async function listenOnFile(path: string, inUse: StoreError): Promise<Server> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      const server = await listen(path, inUse);
      await chmod(path, 0o600);
      if (tries > 0 && !(await isStillOurs(path))) {
        await close(server);
        throw inUse;
      }
      return server;
    } catch (error) {
      if (error !== inUse || (await answers(path))) throw error;
      await rm(path, { force: true });
    }
  }
  throw inUse;
}

/** Of two that put a dead file away at once, the one whose own file was put away sees another in its place. */
async function isStillOurs(path: string): Promise<boolean> {
  const { ino } = await stat(path);
  await wait(100);
  return stat(path).then(
    (now) => now.ino === ino,
    () => false,
  );
}

function listen(path: string, inUse: StoreError): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => reject(codeOf(error) === 'EADDRINUSE' ? inUse : error));
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Whether a process listens on the socket file. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

const closing = (server: Server) => () => close(server);
