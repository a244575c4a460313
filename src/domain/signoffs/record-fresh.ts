import { StoreError } from '../store-error.ts';

const mostTries = 5;

/**
 * Makes and records a change again, of what is there by then, when a row was changed meanwhile or a reference was taken.
 * Rejects when the store fails otherwise.
 */
export async function recordFresh<Outcome extends { readonly kind: string }>(
  attempt: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      const outcome = await attempt();
      if (outcome.kind !== 'overtaken' || tries === mostTries) return outcome;
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}
