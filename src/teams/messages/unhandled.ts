import type { BotApp, BotDeps } from '../bot-deps.ts';

/** Whatever no feature wanted. Nothing is said: invokes get their answer from the adapter, and events need none. */
export function registerUnhandled(app: BotApp, { log }: Pick<BotDeps, 'log'>): void {
  app.addRoute(
    () => Promise.resolve(true),
    ({ activity }) => {
      log.debug({ kind: activity.type }, 'no feature wanted an activity');
      return Promise.resolve();
    },
  );
}
