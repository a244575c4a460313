import { messageCard } from '../../cards/messages/message.ts';
import { adoptCard, toAdoptView } from '../../cards/versions/adopt.ts';
import { changesCard, toChangesView } from '../../cards/versions/changes.ts';
import { inForceCard, toInForceView } from '../../cards/versions/in-force.ts';
import { toVersionsView, versionsCard } from '../../cards/versions/list.ts';
import { restingPhrasings } from '../../domain/answering/phrasings/clause-of-phrasing.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { School } from '../../domain/people/school.ts';
import { readWithAbsences } from '../../domain/people/with-absences.ts';
import { mayAsk } from '../../domain/signoffs/may-ask.ts';
import { signablePolicies } from '../../domain/signoffs/signable-policies.ts';
import { adoptVersion, mayAdopt, type Adopted, type Decision } from '../../domain/versions/adopt-version.ts';
import { inForce, type PolicyVersion } from '../../domain/versions/policy-version.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { findVersion, type FoundVersion } from '../../domain/versions/find-version.ts';
import { readVersionCommand, type VersionCommand } from './version-command.ts';
import type { VersionDeps } from './version-deps.ts';

interface Named {
  readonly policy: string;
  readonly hash: string;
}

const summary = 'Staffroom: the texts of your policies';

/**
 * What is in force, what a changed file would change, and putting it in force: for the head, whoever stands in for them, and
 * delegates, in their own chat.
 */
export function registerVersionHandlers(app: BotApp, onVerb: OnVerb, deps: VersionDeps): void {
  onVerb('versions.changes', async ({ policy, hash, page }, caller) => {
    return (await settleHere(caller)) ?? withVersion(caller, { policy, hash }, (found) => changes(found, page));
  });
  onVerb('versions.compose', async (named, caller) => {
    return (await settleHere(caller)) ?? withVersion(caller, named, (found) => form(found, deps.newSubmission()));
  });
  onVerb('versions.adopt', async ({ policy, hash, over, submission, ...decision }, caller) => {
    const refused = await settleHere(caller);
    return refused ?? adopt(caller, { policy, hash }, { over, decision, act: caller.actWith(submission), submission });
  });

  onTyped(app, deps, {
    read: readVersionCommand,
    isReading: ({ kind }) => kind !== 'adopt',
    reply: async (command, caller, act) => (await settleHere(caller)) ?? carryOut(caller, command, act),
    summary,
  });

  /** What somebody reads who may not settle versions, or asked where others read along. */
  async function settleHere(caller: Caller): Promise<Pressed | undefined> {
    const { person, today, place } = caller;
    if (!mayAdopt(await schoolToday(caller), person, today)) return notYours();
    return place.kind === 'personal' ? undefined : inPrivate();
  }

  function schoolToday({ library: { school }, today }: Caller): Promise<School> {
    return readWithAbsences(deps.absences, school, today);
  }

  async function carryOut(caller: Caller, command: VersionCommand, act: Act): Promise<Pressed> {
    if (command.kind === 'list') return list(caller);
    const schoolId = caller.library.school.id;
    const policy = policyNamed(caller, command.policy);
    const hash = policy && deps.proposedHash(schoolId, policy);
    if (!policy || !hash) return nothingWaits();
    if (command.kind === 'changes') return withVersion(caller, { policy, hash }, (found) => changes(found, 0));
    return withVersion(caller, { policy, hash }, (found) => {
      const request = { over: found.over.hash, decision: command.decision, submission: deps.newSubmission() };
      return adopt(caller, { policy, hash }, { ...request, act });
    });
  }

  function policyNamed({ library }: Caller, words: string): string | undefined {
    const wanted = words.toLowerCase();
    return library.policies.find(({ cover }) => cover.id === wanted || cover.title.toLowerCase() === wanted)?.cover.id;
  }

  async function list({ library }: Caller): Promise<Pressed> {
    const known = await deps.versions.versions(library.school.id);
    const rows = inForce(known)
      .filter(({ policyId }) => library.policies.some(({ cover }) => cover.id === policyId))
      .map((version) => {
        const hash = deps.proposedHash(library.school.id, version.policyId);
        const proposed = known.find((one) => one.policyId === version.policyId && one.hash === hash);
        return { version, proposed };
      });
    return { card: versionsCard.render(toVersionsView(library, rows)), replaces: true, summary };
  }

  async function withVersion(
    { library }: Caller,
    { policy, hash }: Named,
    then: (found: FoundVersion) => Pressed | Promise<Pressed>,
  ): Promise<Pressed> {
    const found = await findVersion(deps, { schoolId: library.school.id, policyId: policy, hash });
    return found ? then(found) : nothingWaits();
  }

  function changes(found: FoundVersion, page: number): Pressed {
    return { card: changesCard.render(toChangesView({ ...found, page })), replaces: true, summary };
  }

  function form(found: FoundVersion, submission: string, problem?: string): Pressed {
    if (!found.isProposed) return nothingWaits();
    return { card: adoptCard.render(toAdoptView({ ...found, submission, problem })), replaces: true, summary };
  }

  async function adopt(
    caller: Caller,
    { policy, hash }: Named,
    { over, decision, act, submission }: { over: string; decision: Decision; act: Act; submission: string },
  ): Promise<Pressed> {
    const { actor, person, today } = caller;
    const school = await schoolToday(caller);
    const proposed = deps.proposedHash(school.id, policy);
    const named = { policyId: policy, hash, over, proposed };
    const outcome = await adoptVersion(deps, { act, actor, person, school, today, ...named, decision });
    switch (outcome.kind) {
      case 'adopted':
        await deps.onVersions();
        deps.log.info({ school: school.id, kind: decision.change }, 'a version of a policy came into force');
        return nowInForce(caller, school, outcome.version);
      case 'incomplete':
        return withVersion(caller, { policy, hash }, (found) => form(found, submission, problems[outcome.what]));
      case 'not-yours':
        return notYours();
      case 'overtaken':
        return overtaken();
    }
  }

  /** Offers to ask for signatures on it, where it can be signed and they may ask; names the ways of asking that rest now. */
  function nowInForce({ person, library, today }: Caller, school: School, version: PolicyVersion): Pressed {
    const served = deps.shelf.find(school.id) ?? library;
    const isSignable = signablePolicies(served, today).some(({ cover }) => cover.id === version.policyId);
    const canBeSigned = isSignable && mayAsk(school, person, today);
    const resting = restingPhrasings(served, version.policyId).map(({ words }) => words);
    return { card: inForceCard.render(toInForceView(version, { canBeSigned, resting })), replaces: true, summary };
  }
}

const problems: Record<Extract<Adopted, { kind: 'incomplete' }>['what'], string> = {
  change: 'Please say whether whoever signed has to sign again. Nothing was changed.',
  day: 'The day on which it was adopted is missing. Nothing was changed.',
  'day-ahead': 'That day is still to come. Put it in force once it has been adopted. Nothing was changed.',
  reason:
    'A minor change needs its reason: whoever signed before has to be able to read why that still holds. Nothing was changed.',
  'too-long': 'The meeting and the reason may have 400 characters each. Nothing was changed.',
};

const say = (title: string, ...paragraphs: string[]): Pressed => ({
  card: messageCard.render({ title, paragraphs }),
  replaces: false,
  summary,
});

const notYours = () =>
  say(
    'The head puts policies in force',
    'Only the head, whoever stands in for them, or a delegate named by the school can see and settle this. Nothing was changed.',
  );
const inPrivate = () =>
  say(
    'Please write to Staffroom in your own chat',
    'What is in force is settled there, where nobody else reads along. Nothing was changed.',
  );
const nothingWaits = () =>
  say(
    'Nothing is waiting there',
    'That text is in force already, or the policy’s file says something else by now. Nothing was changed.',
    'Write “versions” to see what is in force and what waits.',
  );
const overtaken = () =>
  say(
    'That changed in the meantime',
    'Somebody else put a version in force, or the policy’s file was changed again. Nothing was changed by you.',
    'Write “versions” to see what is in force and what waits.',
  );
