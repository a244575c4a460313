import type { PolicyVersion } from '../../domain/versions/policy-version.ts';

/** The versions for a person, a line each, in the order in which they were first seen. */
export function printVersions(
  rows: readonly { readonly version: PolicyVersion; readonly isInForce: boolean }[],
): string {
  if (rows.length === 0) return 'No version is stored yet: the bot stores them when it starts.\n';
  return rows.map(({ version, isInForce }) => `${lineOf(version, isInForce)}\n`).join('');
}

function lineOf(
  { schoolId, policyId, hash, version, seenAt, adoption, replacedAt }: PolicyVersion,
  isInForce: boolean,
) {
  const day = (instant: string) => instant.slice(0, 10);
  const standing = isInForce
    ? `in force since ${day(adoption?.at ?? seenAt)}`
    : replacedAt === undefined
      ? `proposed on ${day(seenAt)}`
      : `replaced on ${day(replacedAt)}`;
  const change = adoption ? `, ${adoption.change}` : '';
  return `${hash.slice(0, 12)}  ${schoolId}  ${policyId}  version ${onOneLine(version)}  ${standing}${change}`;
}

/** Nothing that stands in a file may move the cursor or forge another line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
