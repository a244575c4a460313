import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import type { School } from '../../domain/people/school.ts';
import { captureConsole, createLog } from '../../log.ts';
import { projectRoot } from '../../project-root.ts';
import { connectStaff } from './connect-staff.ts';
import { createDemoClock, type DemoClock } from './demo-clock.ts';
import { demoPeople } from './demo-people.ts';
import { freePort } from './free-port.ts';
import { installFor } from './install-for.ts';
import { demoTenantId, playgroundConfig } from './playground-config.ts';
import { type Playground, startPlayground } from './start-playground.ts';
import { clockText, type Seat, welcomeText } from './welcome-text.ts';

const sampleSchool = 'marlow-bridge';
const firstPlaygroundPort = 56150;

export interface Demo {
  readonly welcome: string;
  /** Puts its clock forward to the next school day; returns the line that says so. */
  toNextDay(): string;
  stop(): Promise<void>;
}

/**
 * Starts the bot on loopback with a copy of the sample school and a fresh store, one Playground each for the teacher, the
 * DSL and the head, and connects the staff team. `stop` ends all of it and deletes store and copy. Rejects, leaving
 * nothing running, when any part does not start.
 */
export async function startDemo(port: number): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-demo-'));
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const botPort = await freePort(port);
    const botUrl = `http://127.0.0.1:${botPort}`;
    const policiesDir = join(folder, 'policies');
    const schoolDir = join(policiesDir, sampleSchool);
    await cp(join(projectRoot, 'policies', sampleSchool), schoolDir, { recursive: true });
    const school = await readSampleSchool(policiesDir);
    const clock = createDemoClock(school, () => new Date());
    const app = await openApp({ folder, policiesDir, clock, port: botPort });
    undo.push(() => app.close());
    await app.listen();

    const people = demoPeople(school);
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
    const time = () => clockText(clock.now(), school);
    return {
      welcome: welcomeText(seats, { time: time(), schoolDir }),
      toNextDay() {
        clock.toNextDay();
        return `In the demo it is ${time()} now.\n`;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openApp({
  folder,
  policiesDir,
  clock,
  port,
}: {
  folder: string;
  policiesDir: string;
  clock: DemoClock;
  port: number;
}): Promise<App> {
  const read = readConfig({
    STAFFROOM_MODE: 'demo',
    PORT: String(port),
    DATA_DIR: folder,
    POLICIES_DIR: policiesDir,
    BOT_TENANT_ID: demoTenantId,
    LOG_LEVEL: 'error', // that a message to somebody whom nobody plays does not arrive is no news here
  });
  if (read.kind === 'invalid') throw new Error(read.problems.join(' '));
  const log = createLog(read.config.logLevel);
  captureConsole(log);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  return createApp(read.config, { log, now: () => clock.now(), tell });
}

async function readSampleSchool(policiesDir: string): Promise<School> {
  const shelf = await openShelf(policiesDir, { watch: false });
  shelf.close();
  const library = shelf.find(sampleSchool);
  if (!library) throw new Error(`The sample school is not in policies/${sampleSchool}.`);
  return library.school;
}
