import { openIncident, type ReportDesk } from '../../domain/incidents/open-incident.ts';
import { rosterFault, type RosterFault } from '../../domain/incidents/roster-fault.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { LibraryShelf } from '../../domain/policies/library-shelf.ts';
import type { RosterMember } from '../../domain/people/roster-reader.ts';

export type ChannelGateDeps = Omit<ReportDesk, 'deliveries'> & { readonly shelf: Pick<LibraryShelf, 'find'> };

/**
 * Says what speaks against posting a delivery about a report where these members read it. What is about no report that can
 * be opened goes to no channel. Rejects when the store fails.
 */
export function createChannelGate(
  deps: ChannelGateDeps,
): (delivery: Delivery, members: readonly RosterMember[]) => Promise<RosterFault | undefined> {
  return async ({ subject, schoolId }, members) => {
    const school = deps.shelf.find(schoolId)?.school;
    const incident = 'reference' in subject ? await deps.incidents.find(schoolId, subject.reference) : undefined;
    const opened = school && incident && (await openIncident(deps, school, incident));
    if (!opened) return 'roster-unreadable';
    return rosterFault({ ...opened, members, subjects: opened.report.route.subjects });
  };
}
