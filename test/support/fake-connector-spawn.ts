import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/project-root.ts';
import { buildEntry } from './build-entry.ts';
import type { Answered, FakeConnector, FakeConnectorOptions, FaultMix, Member, Seen } from './fake-connector.ts';

/** What the process has recorded so far. */
export interface FakeRecord {
  readonly seed: number;
  readonly seen: readonly Seen[];
  readonly answered: readonly Answered[];
  readonly breaches: ReturnType<FakeConnector['breaches']>;
  readonly holding: number;
}

export interface SpawnedConnector {
  readonly url: string;
  readonly seed: number;
  record(): Promise<FakeRecord>;
  setMix(mix: FaultMix): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  setMembers(conversationId: string, members: readonly Member[]): Promise<void>;
  /**
   * Kills process `pid` at that moment of the next message, of those to a conversation whose id holds `to`: before it is shown,
   * after, or after it was answered.
   */
  killAt(pid: number, when: 'arrived' | 'shown' | 'answered', to?: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the fake connector in a process of its own. Rejects when it does not start. */
export async function spawnFakeConnector(
  options: Omit<FakeConnectorOptions, 'print' | 'now'> = {},
): Promise<SpawnedConnector> {
  const entry = await buildEntry('test/support/fake-connector-process.ts');
  const child = spawn(process.execPath, [entry, JSON.stringify(options)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    ended.then(() => Promise.reject(new Error('the fake connector did not start'))),
  ]);
  const { url, seed, control } = JSON.parse(line.replace(/^ready /, '')) as {
    url: string;
    seed: number;
    control: string;
  };
  const tell = async (command: object): Promise<void> => {
    const response = await fetch(control, { method: 'POST', body: JSON.stringify(command) });
    if (!response.ok) throw new Error(`the fake connector refused: ${await response.text()}`);
    await response.arrayBuffer();
  };
  return {
    url,
    seed,
    record: async () => (await (await fetch(control)).json()) as FakeRecord,
    setMix: (mix) => tell({ do: 'mix', mix }),
    setOnline: (online) => tell({ do: 'online', online }),
    setMembers: (conversationId, members) => tell({ do: 'members', conversationId, members }),
    killAt: (pid, when, to = '') => tell({ do: 'kill', pid, when, to }),
    async close() {
      await tell({ do: 'close' });
      await ended;
    },
  };
}
