import { setTimeout as wait } from 'node:timers/promises';
import type { SpawnedConnector } from '../support/fake-connector-spawn.ts';
import type { Random } from '../support/random.ts';
import type { BotProcess } from '../support/start-bot.ts';
import type { TurnCount } from './report-traffic.ts';

/** Says when a bot dies. */
export interface Killer {
  /** Gets ready before anything is pressed. What it gives resolves when the bot is dead or its moment has come or passed. */
  arm(victim: BotProcess, cycle: number): Promise<() => Promise<unknown>>;
}

const longestMs = 400;
/** For the message that a bot is to die at. */
const messageMs = 2_500;

/**
 * Kills at a moment that the seed draws: up to 400 ms after the first of several presses, or (in every third cycle) when
 * the bot's next message arrives at the service, is shown or was answered.
 */
export function createMomentKiller({ random, connector }: { random: Random; connector: SpawnedConnector }): Killer {
  return {
    async arm(victim, cycle) {
      const moment = random.pick(['arrived', 'shown', 'answered'] as const);
      const ms = random.below(longestMs + 1);
      if (cycle % 3 !== 2) return () => Promise.race([wait(ms), victim.ended]);
      await connector.killAt(victim.process.pid ?? 0, moment);
      return () => Promise.race([wait(messageMs), victim.ended]);
    },
  };
}

/** A turn takes a few milliseconds once its predecessors are answered. */
const turnMs = 12;

/**
 * Kills in the midst of work however fast the machine is: once so many turns of a cycle as the seed draws, below `fewest` (what
 * a cycle has at least), have ended, and some milliseconds later; in every third cycle at a message, as above.
 */
export function createTurnKiller(
  tools: { random: Random; connector: SpawnedConnector },
  { turns, fewest }: { turns: TurnCount; fewest: number },
): Killer {
  const { random } = tools;
  const moments = createMomentKiller(tools);
  return {
    async arm(victim, cycle) {
      if (cycle % 3 === 2) return moments.arm(victim, cycle);
      const until = turns.ended + random.below(fewest);
      const ms = random.below(turnMs + 1);
      const end = Date.now() + messageMs;
      return async () => {
        while (turns.ended < until && Date.now() < end) await wait(1);
        await wait(ms);
      };
    },
  };
}
