import { quotablePolicies, type SchoolLibrary } from '../policies/library.ts';
import { versionHash } from '../policies/version-hash.ts';
import { inForce, type PolicyVersion } from '../versions/policy-version.ts';
import { longestTexts, mostStatements, type CampaignProblem, type DocumentChoice } from './campaign-draft.ts';
import type { SignedDocument } from './campaign.ts';
import { declarationOf } from './declaration-of.ts';
import { documentHash } from './document-hash.ts';
import { typedText } from './typed-text.ts';

/** What is signed, or why it cannot be. */
export interface ChosenDocument {
  readonly document?: SignedDocument | undefined;
  readonly problems: readonly CampaignProblem[];
}

/**
 * The document that was chosen, with its hash: a policy as it is in force on `today`, with its own declaration; or another
 * document with the words that the school typed.
 */
export function chooseDocument(
  choice: DocumentChoice,
  { library, versions, today }: { library: SchoolLibrary; versions: readonly PolicyVersion[]; today: string },
): ChosenDocument {
  if (choice.kind === 'other') return otherDocument(choice);
  const policy = library.policies.find(({ cover }) => cover.id === choice.policyId);
  if (!policy) return { problems: ['no-document'] };
  const hash = versionHash(policy);
  const stored = inForce(versions).some((one) => one.policyId === choice.policyId && one.hash === hash);
  if (!stored || !quotablePolicies(library, today).includes(policy)) return { problems: ['not-in-force'] };
  const statements = declarationOf(policy);
  if (statements.length === 0) return { problems: ['no-declaration'] };
  const { id: policyId, title, version } = policy.cover;
  return { document: { kind: 'policy', policyId, title, version, hash, statements }, problems: [] };
}

function otherDocument(choice: Extract<DocumentChoice, { kind: 'other' }>): ChosenDocument {
  const [title, version, link, text] = [choice.title, choice.edition, choice.link, choice.text].map(typedText) as [
    ...[string, string, string, string], // as many as went in
  ];
  const statements = choice.statements.map(typedText).filter((one) => one !== '');
  const tooLong =
    title.length > longestTexts.title ||
    version.length > longestTexts.edition ||
    link.length > longestTexts.link ||
    text.length > longestTexts.text ||
    statements.length > mostStatements ||
    statements.some((one) => one.length > longestTexts.statement);
  const problems: CampaignProblem[] = [
    ...(title === '' ? (['no-title'] as const) : []),
    ...(version === '' ? (['no-edition'] as const) : []),
    ...(link === '' && text === '' ? (['no-words'] as const) : []),
    ...(link !== '' && !isWebAddress(link) ? (['bad-link'] as const) : []),
    ...(statements.length === 0 ? (['no-statements'] as const) : []),
    ...(tooLong ? (['too-long'] as const) : []),
  ];
  if (problems.length > 0) return { problems };
  const words = { title, version, ...(link !== '' && { link }), ...(text !== '' && { text }) };
  const hash = documentHash(words);
  return {
    document: { kind: 'other', ...words, hash, statements: statements.map((one) => ({ text: one })) },
    problems,
  };
}

function isWebAddress(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}
