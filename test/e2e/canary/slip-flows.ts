import { dataOf, referenceOn, type ReportTurns, type Standing } from '../../support/report-turns.ts';
import { chatOf, type Person, type ReportingSchool } from '../../support/reporting-schools.ts';
import { markOf } from './marks.ts';

/** What became of something that one person of a run told or asked, and who may read what was written. */
export interface SlipTold {
  readonly author: string;
  readonly readers: readonly string[];
  readonly isSent: boolean;
  /** What may be read by nobody: the bot took none of it. */
  readonly untaken: readonly string[];
}

export const slipFlowNames = [
  'a permission, given, renewed and withdrawn',
  'told by typing',
  'about the head',
  'naming the head',
  'in danger',
  'in a team',
  'answered by another than the head',
  'left unfinished',
  'by Action.Submit',
] as const;

interface SlipFlow {
  readonly turns: ReportTurns;
  readonly school: ReportingSchool;
  readonly author: Person;
  /** Its number among all that a run writes. */
  readonly n: number;
  readonly flow: (typeof slipFlowNames)[number];
}

/** Marks in every text that is typed; the author goes by one wherever Teams says a name. */
export async function runSlipFlow({ turns, school, author: listed, n, flow }: SlipFlow): Promise<SlipTold> {
  const mark = (field: string) => markOf(n, field);
  const author = { ...listed, name: mark('sender') };
  const [head, chair] = [school.holder('head'), school.holder('chair')];
  const told = (readers: readonly Person[], more: Partial<SlipTold> = {}): SlipTold => ({
    author: author.aadObjectId,
    readers: readers.map(({ aadObjectId }) => aadObjectId),
    ...{ isSent: true, untaken: ['sender'], ...more },
  });
  const say = (text: string, who: Person = author) => turns.say(who, text);
  const press = (who: Person, on: Standing, verb: string, more: Record<string, unknown> = {}) =>
    turns.press(who, on, verb, { ...dataOf(on.card, verb), ...more });
  const form = async (kind: string, way: 'tell' | 'ask permission') =>
    press(author, await say(way), 'slips.compose', { kind });
  const texts = { a1: mark('one'), a2: mark('two'), a3: mark('three') };

  switch (flow) {
    case 'a permission, given, renewed and withdrawn': {
      const sent = await press(author, await form('images', 'ask permission'), 'slips.send', texts);
      const id = referenceOn(sent.card, 'SP');
      const asked = await turns.arrived(chatOf(head), 'You are asked', mark('one'));
      await press(head, asked, 'slips.answer', { answer: 'given', text: mark('condition') });
      const given = await turns.arrived(chatOf(author), mark('condition'));
      await press(author, given, 'slips.renew', { why: mark('why') });
      await turns.arrived(chatOf(head), 'For longer', mark('why'));
      await say(`no ${id}: ${mark('refusal')}`, head);
      await turns.arrived(chatOf(author), mark('refusal'));
      await say(`withdraw ${id}: ${mark('reason')}`, head);
      const over = await turns.arrived(chatOf(author), 'Your permission is over', mark('reason'));
      await press(author, over, 'slips.end', { done: 'no', left: mark('left') });
      await turns.arrived(chatOf(head), mark('left'));
      await say(id, head);
      await say('permissions', head);
      return told([head]);
    }
    case 'told by typing': {
      const id = referenceOn((await say(`tell misread: ${mark('typed')}`)).card, 'SP');
      await turns.arrived(chatOf(head), 'You are told', mark('typed'));
      await say(`talk ${id}: ${mark('talk')}`, head);
      await say(`noted ${id}: ${mark('noted')}`, head);
      await turns.arrived(chatOf(author), mark('noted'));
      await say('my permissions');
      return told([head]);
    }
    case 'about the head': {
      const id = referenceOn((await say(`tell misread, about the head: ${mark('typed')}`)).card, 'SP');
      await turns.arrived(chatOf(chair), 'You are told', mark('typed'));
      for (const text of [id, `noted ${id}: ${mark('meddled')}`, 'permissions']) await say(text, head);
      await say(`noted ${id}: ${mark('noted')}`, chair);
      return told([chair], { untaken: ['sender', 'meddled'] });
    }
    case 'naming the head': {
      const asked = await say(`tell misread: Helen Marsh and I, ${mark('typed')}`);
      const yes = { ...dataOf(asked.card, 'slips.named', { about: 'yes' }) };
      await turns.press(author, asked, 'slips.named', yes);
      await turns.arrived(chatOf(chair), 'You are told', mark('typed'));
      return told([chair]);
    }
    case 'in danger':
      await say(`tell misread: help, he has a knife, ${mark('typed')}`);
      return told([], { isSent: false, untaken: ['sender', 'typed'] });
    case 'in a team': {
      const data = { ...dataOf((await form('images', 'ask permission')).card, 'slips.send'), ...texts };
      const there = { conversation: school.staffTeam, activityId: 'a-card', card: '' };
      await turns.press(author, there, 'slips.send', data);
      // Answered in a team, the SDK names who is answered, by the name that they came with.
      await turns.say(listed, `tell misread: ${mark('typed')}`, {}, school.staffTeam);
      return told([], { isSent: false, untaken: ['sender', 'one', 'two', 'three', 'typed'] });
    }
    case 'answered by another than the head': {
      const [ict, business] = [school.holder('ictLead'), school.holder('businessManager')];
      await press(author, await form('lost', 'tell'), 'slips.send', texts);
      const asked = await turns.arrived(chatOf(ict), 'You are told', mark('one'));
      await turns.arrived(chatOf(business), 'You are told', mark('one'));
      await press(ict, asked, 'slips.answer', { answer: 'lado', text: mark('advice') });
      return told([ict, business, head], { untaken: ['sender', 'three'] });
    }
    case 'left unfinished':
      await press(author, await form('images', 'ask permission'), 'slips.send', { a1: mark('one'), a2: '', a3: '' });
      return told([], { isSent: false });
    case 'by Action.Submit': {
      const empty = await form('images', 'ask permission');
      await turns.submit(author, empty, 'slips.send', { ...dataOf(empty.card, 'slips.send'), ...texts });
      const asked = await turns.arrived(chatOf(head), 'You are asked', mark('one'));
      const answer = { answer: 'refused', text: mark('refusal') };
      await turns.submit(head, asked, 'slips.answer', { ...dataOf(asked.card, 'slips.answer'), ...answer });
      await turns.arrived(chatOf(author), mark('refusal'));
      return told([head]);
    }
  }
}
