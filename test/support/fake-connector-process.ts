import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod/v4';
import { namedFaults, type FaultMix, type FaultName } from './fake-connector-faults.ts';
import { idleMs, startFakeConnector, type FakeConnectorOptions } from './fake-connector.ts';

/**
 * The fake connector in a process of its own, so that it outlives a bot that is killed. Its options are the JSON in its
 * first argument. Prints one line, `ready {"url","control","seed"}`; `control` is an address on loopback that takes the
 * commands below and gives the record with GET.
 */
const isFault = (name: string): name is FaultName => Object.hasOwn(namedFaults, name);
const Mix = z.record(z.string().refine(isFault), z.number().min(0).max(1)).transform((mix) => mix as FaultMix);
const Options = z.strictObject({
  token: z.string().optional(),
  enforceLimits: z.boolean().optional(),
  strict: z.boolean().optional(),
  seed: z.int().optional(),
  port: z.int().optional(),
  mix: Mix.optional(),
});
const Member = z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const Command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('mix'), mix: Mix }),
  z.strictObject({ do: z.literal('online'), online: z.boolean() }),
  z.strictObject({ do: z.literal('members'), conversationId: z.string(), members: z.array(Member) }),
  /** Kills the process with SIGKILL at that moment of the next message (to a conversation whose id holds `to`), once. */
  z.strictObject({
    do: z.literal('kill'),
    pid: z.int().min(2),
    when: z.enum(['arrived', 'shown', 'answered']),
    to: z.string().default(''),
  }),
  z.strictObject({ do: z.literal('close') }),
]);

const options = Options.parse(JSON.parse(process.argv[2] ?? '{}'));
const present = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
const connector = await startFakeConnector({
  ...(present as FakeConnectorOptions),
  print: (line) => void process.stderr.write(`${line}\n`),
});

async function obey(command: Exclude<z.infer<typeof Command>, { do: 'close' }>): Promise<void> {
  switch (command.do) {
    case 'mix':
      return connector.setMix(command.mix);
    case 'online':
      return connector.setOnline(command.online);
    case 'members':
      return connector.setMembers(command.conversationId, command.members);
    case 'kill': {
      let done = false;
      return connector.watch((moment, { method, path }) => {
        if (done || moment !== command.when || method !== 'POST') return;
        if (!path.includes('/activities') || !path.includes(command.to)) return;
        done = true;
        process.kill(command.pid, 'SIGKILL');
      });
    }
  }
}

const control = createServer((request, response) => {
  void (async () => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method === 'POST') {
      const command = Command.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      if (command.do === 'close') response.once('close', () => process.exit(0));
      else await obey(command);
      return void response.setHeader('connection', command.do === 'close' ? 'close' : 'keep-alive').end();
    }
    const { seen, answered, seed } = connector;
    response.end(
      JSON.stringify({ seed, seen, answered, breaches: connector.breaches(), holding: connector.holding() }),
    );
  })().catch((error: unknown) => {
    response.writeHead(400).end(String(error));
  });
});
control.keepAliveTimeout = idleMs;
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  const { url, seed } = connector;
  process.stdout.write(`ready ${JSON.stringify({ url, seed, control: `http://127.0.0.1:${port}/` })}\n`);
});
