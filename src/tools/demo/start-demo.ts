import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import type { School } from '../../domain/people/school.ts';
import { captureConsole, createLog } from '../../log.ts';
import { projectRoot } from '../../project-root.ts';
import { connectStaff } from './connect-staff.ts';
import { demoPeople } from './demo-people.ts';
import { freePort } from './free-port.ts';
import { installFor } from './install-for.ts';
import { demoTenantId, playgroundConfig } from './playground-config.ts';
import { type Playground, startPlayground } from './start-playground.ts';
import { type Seat, welcomeText } from './welcome-text.ts';

const sampleSchool = 'marlow-bridge';
const firstPlaygroundPort = 56150;

/**
 * Starts the bot on loopback with the sample school and a fresh store, one Playground each for the teacher, the DSL and
 * the head, and connects the staff team. `stop` ends all of it and deletes the store. Rejects, leaving nothing running,
 * when any part does not start.
 */
export async function startDemo(port: number): Promise<{ welcome: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-demo-'));
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const botPort = await freePort(port);
    const botUrl = `http://127.0.0.1:${botPort}`;
    const app = await openApp(folder, botPort);
    undo.push(() => app.close());
    await app.listen();

    const people = demoPeople(await readSampleSchool());
    const ports: number[] = [];
    const open = async (role: 'teacher' | 'dsl' | 'head'): Promise<Playground> => {
      const config = playgroundConfig(people[role], Object.values(people));
      const at = ports[ports.push(await freePort(firstPlaygroundPort, ports)) - 1] ?? 0;
      const playground = await startPlayground({ name: role, config, folder, port: at, botUrl });
      undo.push(() => playground.stop());
      return playground;
    };
    const [teacher, dsl, head] = [await open('teacher'), await open('dsl'), await open('head')];
    await connectStaff(botUrl, head.url, people.head);
    await installFor(teacher, people.teacher);
    await installFor(dsl, people.dsl);
    await installFor(head, people.head);
    const seats: Seat[] = [
      { url: teacher.url, name: people.teacher.name, role: 'a teacher' },
      { url: dsl.url, name: people.dsl.name, role: 'the Designated Safeguarding Lead' },
      { url: head.url, name: people.head.name, role: 'the head' },
    ];
    return { welcome: welcomeText(seats), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openApp(folder: string, port: number): Promise<App> {
  const read = readConfig({
    STAFFROOM_MODE: 'demo',
    PORT: String(port),
    DATA_DIR: folder,
    POLICIES_DIR: join(projectRoot, 'policies'),
    BOT_TENANT_ID: demoTenantId,
    LOG_LEVEL: 'error', // that a message to somebody whom nobody plays does not arrive is no news here
  });
  if (read.kind === 'invalid') throw new Error(read.problems.join(' '));
  const log = createLog(read.config.logLevel);
  captureConsole(log);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  return createApp(read.config, { log, now: () => new Date(), tell });
}

async function readSampleSchool(): Promise<School> {
  const shelf = await openShelf(join(projectRoot, 'policies'), { watch: false });
  shelf.close();
  const library = shelf.find(sampleSchool);
  if (!library) throw new Error(`The sample school is not in policies/${sampleSchool}.`);
  return library.school;
}
