import type { LintContext, LintDocument, LintRule } from './lint-document.ts';

/** Routes and links that point at a clause which is not there. */
export const vanishedClauses: LintRule = (context) => [
  ...routes(context),
  ...context.documents.flatMap((document) =>
    document.links
      .filter(({ target }) => !exists(context, target, document))
      .map(({ target, line }) => vanished(document.file, line, `the link to "${target}"`)),
  ),
];

function routes(context: LintContext) {
  const { school: place } = context;
  if (!place) return [];
  const steps = place.school.reporting?.steps ?? [];
  const cited = [...place.school.routes, ...steps.map(({ step, clause }) => ({ rule: step, clause }))];
  return cited
    .flatMap(({ rule, clause }) => (clause === undefined || exists(context, clause) ? [] : [{ rule, clause }]))
    .map(({ rule, clause }) =>
      vanished(place.file, place.lineOf(clause), `the entry "${rule}" cites "${clause}", which`),
    );
}

function exists({ documents }: LintContext, target: string, from?: LintDocument): boolean {
  const [where = '', id = ''] = target.split('#');
  const document =
    where === '' ? from : documents.find(({ policy }) => policy.cover.id === where || policy.file === where);
  return document?.policy.clauses.some((clause) => clause.id === id) ?? false;
}

function vanished(file: string, line: number, who: string) {
  return {
    rule: 'vanished-clause',
    severity: 'error' as const,
    file,
    line,
    message: `${who} points at no clause of this school`,
    why: 'Nobody can check the rule that it claims to follow.',
    todo: 'Find where the rule stands now and write that clause’s id, or take the reference out.',
  };
}
