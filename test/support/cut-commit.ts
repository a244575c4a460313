import { rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a PostgreSQL server. */
export interface Cutter {
  /** The address that `url` has through here. */
  through(url: string): string;
  /** The server answers the next `commit`, and the client never hears of it: the connection is gone. */
  cutAfterNextCommit(): void;
  /** The next `commit` never reaches the server: the connection is gone. */
  cutBeforeNextCommit(): void;
  /** How many connections were cut. */
  cuts(): number;
  stop(): void;
}

/** Listens in `folder`, as a PostgreSQL server's socket does, for the server at `socket`. */
export async function startCutter(socket: string, folder: string): Promise<Cutter> {
  const open = new Set<Socket>();
  let plan: 'before' | 'after' | undefined;
  let cuts = 0;
  const path = `${folder}/.s.PGSQL.5432`;
  const server = createServer((client) => {
    const upstream = connect(socket);
    let cutAtAnswer = false;
    const cut = () => {
      cuts += 1;
      client.destroy();
      upstream.destroy();
    };
    for (const one of [client, upstream]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      const commits = plan !== undefined && bytes.includes('commit\0');
      if (commits && plan === 'before') {
        plan = undefined;
        return cut();
      }
      if (commits) {
        plan = undefined;
        cutAtAnswer = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => (cutAtAnswer ? cut() : client.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    through: (url) => url.replace(/host=[^&]*/, `host=${encodeURIComponent(folder)}`),
    cutAfterNextCommit: () => void (plan = 'after'),
    cutBeforeNextCommit: () => void (plan = 'before'),
    cuts: () => cuts,
    stop: () => {
      server.close();
      for (const one of open) one.destroy();
      rmSync(path, { force: true });
    },
  };
}
