import { roleTitles, type Role } from '../people/role.ts';
import { amber, green, red, type HealthLine } from './health-line.ts';

/** A holder of a role who may have to be told of a report, and how far the bot gets to them. */
export interface ReachFacts {
  readonly schoolId: string;
  /** Whether the school connected a team or a channel: before that, nobody can be reached by anybody's fault. */
  readonly connected: boolean;
  readonly holders: readonly {
    /** Of school.yaml. */
    readonly id: string;
    readonly role: Role;
    /** `unknown`: Teams never told who they are. `no-chat`: it did, and there is no chat with them yet. */
    readonly reach: 'reached' | 'no-chat' | 'unknown';
  }[];
}

/** Whom the bot cannot write to unasked, by their ids in school.yaml. */
export function checkReach(schools: readonly ReachFacts[]): HealthLine[] {
  return schools.map(({ schoolId, connected, holders }) => {
    const missing = holders.filter(({ reach }) => reach !== 'reached');
    if (missing.length === 0)
      return green('reach', `Every DSL, deputy, head, chair and ICT lead of ${schoolId} in Teams can be written to.`);
    const named = missing.map(
      ({ id, role, reach }) =>
        `${id} (${roleTitles[role]}${reach === 'unknown' ? ', not known to Teams by school.yaml yet' : ''})`,
    );
    const told = `The bot has no chat with these people of ${schoolId}: ${named.join('; ')}.`;
    const todo =
      'ICT lead: install Staffroom for them and ask each to write "help" to it once; check their objectId or upn in school.yaml.';
    const hasDsl = holders.some(({ role, reach }) => reach === 'reached' && (role === 'dsl' || role === 'deputyDsl'));
    return hasDsl || !connected
      ? amber('reach', told, todo)
      : red('reach', `${told} No DSL and no deputy can be reached.`, todo);
  });
}
