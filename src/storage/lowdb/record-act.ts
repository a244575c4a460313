import type { Act } from '../../domain/delivery/act.ts';
import { actNames, actsKeptFrom, type ActKind } from '../act-names.ts';
import type { StoreData } from './store-data.ts';
import { keys } from './store-data.ts';
import type { StoredAct } from '../stored-rows.ts';

/** The id of the record that this act made when it came before, under either of its names. */
export function findMade(data: StoreData, schoolId: string, kind: ActKind, act: Act): string | undefined {
  for (const name of actNames(kind, act)) {
    const seen = data.inbox.acts.get(keys.act({ schoolId, name }));
    if (seen) return seen.made;
  }
  return undefined;
}

/** Remembers that the act made the record `made` at the instant `at`, and forgets acts of more than 30 days before. */
export function recordAct(
  data: StoreData,
  { schoolId, kind, act, made, at }: { schoolId: string; kind: ActKind; act: Act; made: string; at: string },
): StoreData {
  let { acts } = data.inbox;
  for (const name of actNames(kind, act)) acts = acts.with({ schoolId, name, made, at });
  const limit = actsKeptFrom(at);
  for (const old of outdated(acts, limit)) acts = acts.without(keys.act(old));
  return { ...data, inbox: { acts } };
}

/** From the oldest on, up to the first that is kept. */
function* outdated(acts: Iterable<StoredAct>, limit: string): Generator<StoredAct> {
  for (const act of acts) {
    if (act.at >= limit) return;
    yield act;
  }
}
