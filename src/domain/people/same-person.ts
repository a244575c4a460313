import type { PersonKey } from './person-key.ts';

/** Whether both are the same person of the same tenant. Nobody is the same as nobody. */
export function isSamePerson(a: PersonKey | undefined, b: PersonKey | undefined): boolean {
  return a !== undefined && b !== undefined && a.tenantId === b.tenantId && a.objectId === b.objectId;
}
