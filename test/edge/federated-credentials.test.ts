import { describe, expect, test } from 'vitest';
import { createBotAuth } from '../../src/teams/bot-auth.ts';
import { FederatedCredentialsFactory, renewed } from '../../src/teams/federated-credentials.ts';
import { signIn } from '../../src/teams/sign-in.ts';

const hour = 60 * 60 * 1000;

/** Credentials that put their number on each request, and how many were made. */
function counted() {
  const world = { now: 0, made: 0, fails: false };
  const credentials = renewed(
    () => {
      const number = ++world.made;
      return Promise.resolve({
        signRequest(request) {
          if (world.fails) return Promise.reject(new Error('the assertion has expired'));
          request.headers.set('authorization', `Bearer ${number}`);
          return Promise.resolve(request);
        },
      });
    },
    () => world.now,
  );
  return { world, token: async () => (await signIn(credentials)).authorization };
}

describe('A federated credential', () => {
  test('is made at the first request, kept for two hours, and made anew then', async () => {
    const { world, token } = counted();
    expect(world.made).toBe(0);
    expect(await Promise.all([token(), token()])).toEqual(['Bearer 1', 'Bearer 1']);
    world.now = 2 * hour - 1;
    expect(await token()).toBe('Bearer 1');
    world.now = 2 * hour;
    expect(await token()).toBe('Bearer 2');
  });

  test('that failed is not used again', async () => {
    const { world, token } = counted();
    await token();
    world.fails = true;
    await expect(token()).rejects.toThrow('expired');
    world.fails = false;
    expect(await token()).toBe('Bearer 2');
  });

  test('is that of the app registration, and of no other', async () => {
    const identityId = '00000000-0000-4000-8000-00000000001d';
    const { credentials } = createBotAuth('00000000-0000-4000-8000-00000000b070', 'tenant', {
      kind: 'federated',
      identityId,
    });
    expect(credentials).toBeInstanceOf(FederatedCredentialsFactory);
    expect(await credentials.isValidAppId('00000000-0000-4000-8000-00000000b070')).toBe(true);
    expect(await credentials.isValidAppId(identityId)).toBe(false);
    const foreign = await credentials.createCredentials(identityId, 'https://api.botframework.com', 'login', true);
    await expect(signIn(foreign)).rejects.toThrow('Invalid App ID');
  });
});
