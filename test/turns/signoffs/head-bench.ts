import { openVersions, people, schoolId, type Who } from '../versions/version-bench.ts';
import { buttonOf } from '../questions/question-bench.ts';

export { people, schoolId };
export const ask = 'ask for signatures on Staff Acceptable Use Policy by 2026-12-18: New rules on AI';
export const policyId = 'staff-acceptable-use';
const member = (name: string, number: number) => ({
  objectId: `00000000-0000-4000-8000-0000000000${number}`,
  name,
});
/** Those of the staff team whom school.yaml does not name. */
export const team = ['Amara Okafor', 'Ben Hughes', 'Chloe Adams', 'Dilys Rhys'].map((name, at) => ({
  ...member(name, 0),
  objectId: at === 0 ? people.teacher.aadObjectId : member(name, 10 + at).objectId,
}));

/** The real bot with Marlow Bridge's policies, and a staff team of four beside the people of school.yaml. */
export async function openHead(members = team) {
  const turns = await openVersions();
  await turns.persons.saveStaffTeam({
    schoolId,
    tenantId: 'c0000000-0000-4000-8000-000000000001',
    teamId: 'group-1',
    teamName: 'Staff',
    serviceUrl: 'https://smba.example/uk/',
    conversationId: '19:staff@thread.tacv2',
    connectedBy: people.head.aadObjectId,
    connectedAt: '2026-11-01T09:00:00.000Z',
    refreshedAt: '2026-11-01T09:00:00.000Z',
    members,
  });
  const campaigns = () => turns.signoffs.campaigns(schoolId);
  return {
    ...turns,
    campaigns,
    /** Opens one by its dry run, and gives its reference. */
    async open(who: Who = 'head', typed = ask) {
      const plan = await turns.say(who, typed);
      await turns.press(who, 'campaigns.open', buttonOf(plan, 'campaigns.open'));
      const [campaign] = (await campaigns()).slice(-1);
      if (!campaign) throw new Error(`nothing was opened: ${plan}`);
      return campaign.id;
    },
    async signatory(campaign: string, name: string) {
      const found = (await turns.signoffs.signatories(schoolId, campaign)).find((one) => one.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    },
  };
}
