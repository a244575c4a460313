import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import type { School } from '../../domain/people/school.ts';
import { captureConsole, createLog } from '../../log.ts';
import { connectStaff } from './connect-staff.ts';
import { createDemoClock, type DemoClock } from './demo-clock.ts';
import { centralPerson, demoPeople, type DemoPerson } from './demo-people.ts';
import { otherSchools, sampleSchool, trustName, writeDemoSchools } from './demo-schools.ts';
import { freePort } from './free-port.ts';
import { installFor } from './install-for.ts';
import { demoTeam, demoTenantId, playgroundConfig, teamOf } from './playground-config.ts';
import { type Playground, startPlayground } from './start-playground.ts';
import { clockText, type Seat, welcomeText } from './welcome-text.ts';

const firstPlaygroundPort = 56150;
/** How many schools the demo can have. */
export const mostSchools = 1 + otherSchools.length;

export interface Demo {
  readonly welcome: string;
  /** Puts its clock forward to the next school day; returns the line that says so. */
  toNextDay(): string;
  stop(): Promise<void>;
}

/**
 * Starts the bot on loopback with a copy of the sample school and a fresh store, one Playground each for the teacher, the
 * DSL and the head, and connects the staff team. With more `schools` there are the same three of each of the others too, and
 * somebody of their trust's central team. `stop` ends all of it and deletes store and copies. Rejects, leaving
 * nothing running, when any part does not start.
 */
export async function startDemo(port: number, { schools: count = 1 } = {}): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-demo-'));
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const botPort = await freePort(port);
    const botUrl = `http://127.0.0.1:${botPort}`;
    const policiesDir = join(folder, 'policies');
    const others = otherSchools.slice(0, count - 1);
    await writeDemoSchools(policiesDir, others, centralPerson);
    const schoolOf = await readSchools(policiesDir);
    const school = schoolOf(sampleSchool);
    const clock = createDemoClock(school, () => new Date());
    const app = await openApp({ folder, policiesDir, clock, port: botPort });
    undo.push(() => app.close());
    await app.listen();

    const ports: number[] = [];
    const open = async (me: DemoPerson, everybody: readonly DemoPerson[], team = demoTeam): Promise<Playground> => {
      const config = playgroundConfig(me, everybody, team);
      const at = ports[ports.push(await freePort(firstPlaygroundPort, ports)) - 1] ?? 0;
      const name = me.teamsId.replace(/\W/g, '');
      const playground = await startPlayground({ name, config, folder, port: at, botUrl });
      undo.push(() => playground.stop());
      return playground;
    };
    const seats: Seat[] = [];
    const sit = async (roles: readonly (keyof typeof roleTexts)[], at: School, other?: (typeof others)[number]) => {
      const people = demoPeople(at, other);
      const team = other && teamOf(other);
      const opened: { readonly role: (typeof roles)[number]; readonly playground: Playground }[] = [];
      for (const role of roles)
        opened.push({ role, playground: await open(people[role], Object.values(people), team) });
      const head = opened.find(({ role }) => role === 'head');
      if (head) await connectStaff(botUrl, head.playground.url, { head: people.head, team: team ?? demoTeam });
      for (const { role, playground } of opened) {
        await installFor(playground, people[role]);
        seats.push({ url: playground.url, name: people[role].name, role: roleTexts[role], school: at.name });
      }
    };
    await sit(rolesPlayed, school);
    for (const other of others) await sit(rolesPlayed, schoolOf(other.id), other);
    if (others.length > 0) {
      const { volunteer: _volunteer, ...beside } = demoPeople(school);
      const playground = await open(centralPerson, [centralPerson, ...Object.values(beside)]);
      await installFor(playground, centralPerson);
      seats.push({
        url: playground.url,
        name: centralPerson.name,
        role: 'of the trust’s central team',
        school: trustName,
      });
    }
    const time = () => clockText(clock.now(), school);
    return {
      welcome: welcomeText(seats, { time: time(), schoolDir: join(policiesDir, sampleSchool) }),
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

const rolesPlayed = ['teacher', 'dsl', 'head'] as const;
const roleTexts = {
  teacher: 'a teacher',
  dsl: 'the Designated Safeguarding Lead',
  head: 'the head',
} as const;

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

/** Gives each school of the demo by its id. */
async function readSchools(policiesDir: string): Promise<(id: string) => School> {
  const shelf = await openShelf(policiesDir, { watch: false });
  shelf.close();
  return (id) => {
    const library = shelf.find(id);
    if (!library) throw new Error(`The school ${id} of the demo cannot be read.`);
    return library.school;
  };
}
