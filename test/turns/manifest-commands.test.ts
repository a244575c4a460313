import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod/v4';
import { openTurns, says, type Where } from './turn-bench.ts';

const { bots } = z
  .object({
    bots: z.array(
      z.object({
        commandLists: z.array(
          z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('manifest/manifest.json', 'utf8')));
const where: Record<string, Where> = { personal: 'personal', team: 'staff team', groupChat: 'group chat' };
const commands = bots.flatMap(({ commandLists }) =>
  commandLists.flatMap(({ scopes, commands }) =>
    scopes.flatMap((scope) => commands.map(({ title }) => [title, scope] as const)),
  ),
);

describe('a command that Teams offers', () => {
  test.each(commands)('is understood as it stands: “%s” (%s)', async (title, scope) => {
    const turns = await openTurns({ policiesDir: 'policies' });
    const { sent } = await turns.run(says(title, where[scope]));
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('The policies do not');
  });
});
