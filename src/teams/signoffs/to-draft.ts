import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { CampaignDraft } from '../../domain/signoffs/campaign-draft.ts';
import type { VerbData } from '../verbs.ts';
import type { Composed } from './read-composed.ts';

type Form = Omit<VerbData<'campaigns.plan'>, 'policy'>;

/** What the form for a policy says. */
export function fromForm({ policy, ...form }: VerbData<'campaigns.plan'>): CampaignDraft {
  return { ...common(form), document: { kind: 'policy', policyId: policy } };
}

/** What the form for something else says; a line of the statements is one statement. */
export function fromOtherForm(form: VerbData<'campaigns.plan-other'>): CampaignDraft {
  const { title, edition, link, text, statements } = form;
  const document = { kind: 'other', title, edition, link, text, statements: linesOf(statements) } as const;
  return { ...common(form), document };
}

function common({ groups, why, dueOn, chaseEvery, again }: Form) {
  return {
    groups,
    why,
    dueOn,
    ...(chaseEvery !== 'usual' && { chaseEvery: Number(chaseEvery) }),
    ...(again === 'yes' && { again: true }),
  };
}

const linesOf = (text: string) =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/^\s*[-•*]\s+/, '').trim())
    .filter((line) => line !== '');

/** What was typed: a policy by its id or title, groups by their ids or names. What the school does not have is kept as it is. */
export function fromTyped({ school, policies }: SchoolLibrary, composed: Composed): CampaignDraft {
  const { what, why, dueOn, again, title, edition, link, text, statements } = composed;
  const wanted = what.toLowerCase();
  const policy = policies.find(({ cover }) => cover.id === wanted || cover.title.toLowerCase() === wanted);
  const groups = composed.groups.map((name) => {
    const known = school.groups.find((group) => [group.id, group.name.toLowerCase()].includes(name.toLowerCase()));
    return known?.id ?? name;
  });
  const isOther = /^something else$/i.test(what) || (!policy && statements.length > 0);
  return {
    document: isOther
      ? { kind: 'other', title: title || (/^something else$/i.test(what) ? '' : what), edition, link, text, statements }
      : { kind: 'policy', policyId: policy?.cover.id ?? '' },
    groups,
    why,
    dueOn,
    ...(again && { again }),
  };
}
