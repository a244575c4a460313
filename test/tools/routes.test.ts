import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod/v4';
import { incidentKinds } from '../../src/domain/incidents/incident-kind.ts';
import { projectRoot } from '../../src/project-root.ts';
import { policy, schoolYaml, shelfFolder } from '../documents/shelf-folder.ts';
import { runCommand } from './run-command.ts';

const Named = z.strictObject({ id: z.string(), name: z.string(), role: z.string() });
const Explained = z.strictObject({
  kind: z.enum(incidentKinds),
  imageOn: z.string().optional(),
  about: z.array(z.string()),
  rule: z.string(),
  clause: z.string(),
  cited: z.string(),
  reason: z.string(),
  recipients: z.array(Named),
  ladder: z.array(z.enum(['channel', 'chat', 'paper'])),
  escalation: z.array(Named),
  outside: z.array(z.string()),
  onPaper: z.string().optional(),
  subjects: z.array(z.string()),
});
const Table = z.strictObject({ school: z.string(), day: z.iso.date(), routes: z.array(Explained) });
const folder = join(projectRoot, 'policies');

/** "dsl: …" a row: whom it is about, then what goes to whom by which clause. */
function rowsOf(table: z.infer<typeof Table>, about: string): string[] {
  return table.routes
    .filter((route) => route.about.join('+') === about)
    .map(({ kind, imageOn, recipients, ladder, onPaper, cited }) => {
      const to = recipients.map(({ id }) => id.split('-')[0]).join(' ') || onPaper;
      return `${kind}${imageOn ? ` ${imageOn}` : ''}: ${to} | ${ladder.join(' ')} | ${cited}`;
    });
}

describe('staffroom routes', () => {
  it('prints the whole table of the sample school, as its policies say', async () => {
    const { code, stdout, stderr } = await runCommand(
      'routes',
      '--policies',
      folder,
      '--school',
      'marlow-bridge',
      '--json',
    );
    const table = Table.parse(JSON.parse(stdout));
    expect({ code, stderr, school: table.school }).toEqual({ code: 0, stderr: '', school: 'marlow-bridge' });
    expect(table.routes).toHaveLength(7 * (incidentKinds.length + 1));

    const child = 'daniel priya tom | channel chat | Online Safety Policy, “Other worries”';
    const image = 'Online Safety Policy, “Nude or indecent pictures of a child”';
    expect(rowsOf(table, 'pupil')).toEqual([
      `image: daniel priya tom | channel chat | ${image}`,
      `image school-device: daniel helen | chat | ${image}`,
      `disclosure: ${child}`,
      `contact: ${child}`,
      'content: daniel priya tom callum | channel chat | Online Safety Policy, “A child sees something upsetting”',
      `conduct: ${child}`,
      `commerce: ${child}`,
      `fgm: ${child}`,
      `other-child: ${child}`,
      'staff-conduct: helen | chat | Staff Code of Conduct 48',
      'staff-targeted: helen | chat | Social Media Policy 6.1.4',
      'accidental-access: helen callum | chat | Staff Acceptable Use Policy 8.14',
      'misuse: helen | chat | Staff Acceptable Use Policy 8.16',
      'breach: janet stephen | chat | Data Protection and Breaches Policy C2',
      'password: callum | chat | Staff Acceptable Use Policy 2.4',
      'virus: callum | chat | Staff Acceptable Use Policy 7.5',
    ]);

    const rest = (about: string, way: string, images: string) => {
      const rows = rowsOf(table, about);
      expect(rows.slice(0, 2)).toEqual([`image: ${images} | ${image}`, `image school-device: ${images} | ${image}`]);
      expect(rows.slice(2)).toEqual(incidentKinds.slice(1).map((kind) => `${kind}: ${way}`));
    };
    rest('staff', 'helen | chat | Staff Code of Conduct 48', 'daniel helen | chat');
    rest('role:head', 'margaret | chat | Staff Code of Conduct 49', 'daniel margaret | chat');
    rest('role:dsl', 'helen | chat | Staff Code of Conduct 48', 'helen | chat');
    rest('role:deputyDsl', 'helen | chat | Staff Code of Conduct 48', 'daniel helen | chat');
    const lado = 'Local authority designated officer (LADO) | paper | Staff Code of Conduct 50';
    rest('role:chair', lado, 'daniel helen | chat');
    rest('role:head+role:chair', lado, 'daniel | chat');
  });

  it('prints it to be read, and each way once', async () => {
    const { stdout } = await runCommand('routes', '--policies', folder, '--school', 'marlow-bridge');
    expect(stdout).toMatch(/^Marlow Bridge Primary School: who gets a report, by school\.yaml on \d{4}-\d\d-\d\d\n/);
    expect(stdout).toContain(`About the headteacher
  - Indecent image of somebody under 18
  - Indecent image of somebody under 18, on equipment of the school or of an adult here
      to Daniel Reid (Designated Safeguarding Lead), Margaret Oyelaran (Chair of Governors)
      by each one’s own chat
      unacknowledged: Priya Nair (Deputy Designated Safeguarding Lead), Tom Bellamy (Deputy Designated Safeguarding Lead); then the reporter
      to be told too: Police; Local authority designated officer (LADO)
      because of Online Safety Policy, “Nude or indecent pictures of a child” [image-adult]

  - Anything else
      to Margaret Oyelaran (Chair of Governors)
      by each one’s own chat
      unacknowledged: the reporter
      because of Staff Code of Conduct 49 [about-head]
`);
  });

  it('uses the built-in routes where a school has none of its own, and says when nobody is left', async () => {
    const { path } = shelfFolder({
      'hill/school.yaml': schoolYaml('hill'),
      'hill/a.md': policy('a', 'Ride. {#aaaaaa}'),
    });
    const { code, stdout } = await runCommand('routes', '--policies', path);
    expect(code).toBe(0);
    expect(stdout).toContain('because of the built-in rule [child]');
    expect(stdout).toContain('on paper: Local authority designated officer (LADO)');
  });

  it('reads the folder of the bot’s own settings where it is told none', async () => {
    const { path } = shelfFolder({
      'hill/school.yaml': schoolYaml('hill'),
      'hill/a.md': policy('a', 'Ride. {#aaaaaa}'),
    });
    vi.stubEnv('POLICIES_DIR', path);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { stdout } = await runCommand('routes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ school: 'hill' });
  });

  it('exits 2 where there is no such school, with nothing on stdout', async () => {
    const { code, stdout, stderr } = await runCommand('routes', '--policies', folder, '--school', 'elsewhere');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('elsewhere');
  });
});

describe('staffroom route', () => {
  const explain = (...args: string[]) =>
    runCommand('route', '--policies', folder, '--school', 'marlow-bridge', ...args);

  it('explains one case', async () => {
    const { code, stdout } = await explain('--kind', 'staff-conduct', '--subject', 'helen-marsh');
    expect(code).toBe(0);
    expect(stdout).toBe(`What      What an adult of the school did
To        Margaret Oyelaran (Chair of Governors)
Why       This goes to the Chair of Governors because it is about the headteacher (Staff Code of Conduct 49).
How       each one’s own chat
Then      the reporter
Never     Helen Marsh
Rule      about-head, staff-code-of-conduct#dez4d5
`);
  });

  it('takes several subjects, people or roles, and who reports', async () => {
    const both = await explain('--kind', 'disclosure', '--subject', 'head, chair', '--json');
    expect(Explained.parse(JSON.parse(both.stdout))).toMatchObject({
      rule: 'about-chair',
      recipients: [],
      ladder: ['paper'],
      onPaper: 'Local authority designated officer (LADO)',
      subjects: ['Helen Marsh', 'Margaret Oyelaran'],
    });
    const own = await explain('--kind', 'misuse', '--reporter', 'head', '--json');
    expect(Explained.parse(JSON.parse(own.stdout)).recipients.map(({ role }) => role)).toEqual(['head', 'chair']);
    const image = await explain('--kind', 'image', '--image-on', 'staff-device', '--json');
    expect(Explained.parse(JSON.parse(image.stdout))).toMatchObject({
      rule: 'image-school-kit',
      imageOn: 'staff-device',
    });
  });

  it.each([
    [['--kind', 'misuse', '--subject', 'nobody-here'], 'nobody-here'],
    [['--kind', 'misuse', '--reporter', 'registeredPerson'], 'registeredPerson'],
    [['--kind', 'misuse', '--school', 'elsewhere'], 'elsewhere'],
  ])('exits 2 and says what it does not know: %j', async (args, word) => {
    const { code, stdout, stderr } = await explain(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(word);
  });
});
