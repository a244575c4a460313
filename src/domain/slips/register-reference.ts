import { registerGroups, type RegisterFilter } from './register.ts';
import { slipKinds } from './slip-kind.ts';

/** What a file of the register shows, as the reference of its offer: no names, nothing typed. */
export function registerReference({ show, kind, from, to, author }: RegisterFilter): string {
  return [show, kind ?? '', from ?? '', to ?? '', author?.objectId ?? ''].join(' ');
}

/** The filter of a reference; undefined for what is none. */
export function readReference(reference: string): RegisterFilter | undefined {
  const [show, kind, from, to, objectId, ...rest] = reference.split(' ');
  const group = registerGroups.find((one) => one === show);
  const taken = slipKinds.find((one) => one === kind);
  if (!group || rest.length > 0 || (kind !== '' && !taken)) return undefined;
  return {
    show: group,
    ...(taken && { kind: taken }),
    ...(from && { from }),
    ...(to && { to }),
    ...(objectId && { author: { objectId } }),
  };
}
