import { nextStep } from '../../../src/domain/delivery/next-step.ts';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import { createIncidentFollower } from '../../../src/jobs/follow-incidents.ts';
import { createCardFor } from '../../../src/teams/card-for.ts';
import { createChannelGate } from '../../../src/teams/incidents/channel-gate.ts';
import { createTeamsMessenger, type TeamsMessengerDeps } from '../../../src/teams/teams-messenger.ts';
import { ids } from '../../support/activities.ts';
import { submitReport } from '../../support/submit-report.ts';
import { oak, people, type startPeopleBench } from '../people/people-bench.ts';

type Bench = Awaited<ReturnType<typeof startPeopleBench>>;

/** Sends what is owed over the connector until nothing is due; gives where something appeared, and the cards. */
export async function deliverAll(bench: Bench, changes: Partial<TeamsMessengerDeps> = {}) {
  const deps = bench.deps();
  const messenger = createTeamsMessenger({
    adapter: bench.adapter,
    botId: ids.bot,
    persons: deps.persons,
    places: deps.places,
    mayCall: () => true,
    cardFor: createCardFor(deps),
    rosterOf: deps.rosterOf,
    allMembersOf: deps.allMembersOf,
    rosterFaultOf: createChannelGate(deps),
    now: () => deps.now(),
    log: deps.log,
    ...changes,
  });
  const follow = createIncidentFollower(deps);
  const { deliveries } = bench.stores();
  const before = bench.seen().length;
  for (let holder = 0; holder < 20; holder += 1) {
    await follow();
    const name = `round-${holder}-${before}`;
    const due = await deliveries.claim(deps.now().toISOString(), { limit: 50, leaseMs: 30_000, holder: name });
    if (due.length === 0) break;
    for (const one of due) {
      const outcome = await messenger.send(one, { secondCopy: false, oneMore: () => Promise.resolve() });
      await deliveries.settle(one.key, name, nextStep(one, outcome, { now: deps.now(), random: 0 }));
    }
  }
  return bench.seen().slice(before);
}

/** The cards on which a report can be worked. */
export const whole = (seen: Awaited<ReturnType<typeof deliverAll>>) =>
  seen.filter(({ activity }) => JSON.stringify(activity).includes('"verb":"reports.acknowledge"'));

export const sendReport = (bench: Bench) =>
  submitReport(bench.deps(), {
    school: oak.school,
    answers: Answers.parse({ at: 'end', about: ['pupil'], kind: 'conduct', seen: 'QZX was crying.' }),
    reporter: { tenantId: ids.tenant, objectId: people.teacher.aadObjectId },
  });
