import { kindTable } from '../../../src/domain/incidents/kind-table.ts';
import { dataOf, referenceOn, type ReportTurns, type Standing } from '../../support/report-turns.ts';
import { chatOf, type Person, type ReportingSchool } from '../../support/reporting-schools.ts';
import { markOf, type Mark } from './marks.ts';

/** What became of one report of a run, and who may see what was written in it. */
export interface Told {
  readonly reporter: string;
  readonly readers: readonly string[];
  readonly state: 'sent' | 'open' | 'cancelled';
  /** What may be read by nobody, its reporter included: the bot took none of it. */
  readonly untaken: readonly string[];
}

export const flowNames = [
  'channel, worked to its end',
  'by typing',
  'about the head',
  'about an adult',
  'an image',
  'left open',
  'cancelled',
  'with files',
  'in danger',
  'about the DSL',
  'harmful material',
  'by Action.Submit',
] as const;

interface Flow {
  readonly turns: ReportTurns;
  readonly school: ReportingSchool;
  readonly reporter: Person;
  readonly n: number;
}

/** The reporter goes by the mark wherever Teams says a name that the staff team's roster does not. */
export async function runFlow(flow: Flow): Promise<Told> {
  const { turns, school, reporter: listed, n } = flow;
  const mark = (field: string) => markOf(n, field);
  const reporter = { ...listed, name: mark('sender') };
  const told = (readers: readonly Person[], more: Partial<Told> = {}): Told => ({
    reporter: reporter.aadObjectId,
    readers: readers.map(({ aadObjectId }) => aadObjectId),
    state: 'sent',
    untaken: ['sender', 'file', 'filetext', 'first'],
    ...more,
  });
  const next = (on: Standing, inputs: Record<string, unknown> = {}, to = 'next') =>
    turns.press(reporter, on, 'incidents.answer', { ...dataOf(on.card, 'incidents.answer', { to }), ...inputs });
  const quick = (on: Standing, answer: string) =>
    turns.press(reporter, on, 'incidents.answer', dataOf(on.card, 'incidents.answer', { answer }));
  const begin = async (image = 'no') => {
    await turns.say(reporter, `I want to report ${mark('first')}`);
    const first = await turns.say(reporter, 'new report');
    return quick(await quick(first, 'no'), image);
  };
  const writeAll = async (about: Standing, who: Record<string, unknown>, kind: string) => {
    const kinds = await next(about, who);
    const when = await next(kinds, { kind });
    const people = await next(when, { place: mark('place'), platform: mark('platform'), happenedOn: '2026-11-20' });
    const seen = await next(people, { people: `${mark('people')} Whitfield`, onBehalfOf: mark('onbehalf') });
    const more = await next(seen, { seen: mark('seen'), childsWords: mark('words'), opinion: mark('opinion') });
    return next(more, {
      evidence: mark('evidence'),
      done: mark('done'),
      whoKnows: mark('knows'),
      wishes: mark('wishes'),
      intent: 'deliberate',
    });
  };
  const send = async (review: Standing) =>
    referenceOn(
      (await turns.press(reporter, review, 'incidents.send', dataOf(review.card, 'incidents.send'))).card,
      'SR',
    );
  const personOn = ({ card }: Standing, name: string) => {
    const [, value] = new RegExp(`"title":"${name}, [^"]*","value":"([0-9a-f]{10})"`).exec(card) ?? [];
    if (!value) throw new Error(`${name} cannot be picked`);
    return { person: value };
  };

  switch (flowNames[n % flowNames.length]) {
    case 'channel, worked to its end': {
      const reference = await send(await writeAll(await begin(), { about: 'pupil' }, 'conduct'));
      await workInChannel(flow, reporter, reference);
      return told(school.dsls);
    }
    case 'by typing': {
      await turns.say(reporter, 'new report by typing');
      const texts = [
        'no',
        'no',
        'pupil',
        kindTable.conduct.title,
        'skip',
        'skip',
        'skip',
        mark('place'),
        mark('platform'),
        'skip',
      ];
      const rest = ['people', 'onbehalf', 'seen', 'words', 'opinion'].map(mark);
      for (const text of [...texts, ...rest, `ask: may I ${mark('asked')}?`, 'send']) await turns.say(reporter, text);
      await turns.arrived(chatOf(reporter), 'Your report is saved');
      return told(school.dsls, { untaken: ['sender', 'first', 'asked'] });
    }
    case 'about the head': {
      const about = await begin();
      const review = await writeAll(about, personOn(about, 'Helen Marsh'), 'staff-conduct');
      const reference = await send(review);
      await openInChat(flow, school.holder('chair'), reference);
      return told([school.holder('chair')]);
    }
    case 'about an adult': {
      const about = await begin();
      const reference = await send(await writeAll(about, { about: 'staff' }, 'staff-conduct'));
      await openInChat(flow, school.holder('head'), reference);
      return told([school.holder('head')]);
    }
    case 'an image': {
      const about = await begin('yes');
      const hidden = { seen: mark('seen'), people: mark('people'), place: mark('place') };
      const review = await next(about, { about: 'pupil', imageOn: 'pupil-device', ...hidden });
      await send(review);
      return told(school.dsls, { untaken: ['sender', 'first', 'seen', 'people', 'place'] });
    }
    case 'left open':
      await writeAll(await begin(), { about: 'pupil' }, 'conduct');
      return told([], { state: 'open' });
    case 'cancelled': {
      const review = await writeAll(await begin(), { about: 'pupil' }, 'conduct');
      const sure = await turns.press(reporter, review, 'incidents.cancel', dataOf(review.card, 'incidents.cancel'));
      await turns.press(reporter, sure, 'incidents.delete', dataOf(sure.card, 'incidents.delete'));
      return told([], { state: 'cancelled' });
    }
    case 'with files': {
      const files = [
        { contentType: 'image/png', contentUrl: `https://example.org/${mark('file')}`, name: `${mark('file')}.png` },
      ];
      const about = await begin();
      await turns.say(reporter, mark('filetext'), { attachments: files });
      await send(await writeAll(about, { about: 'pupil' }, 'other-child'));
      await turns.say(reporter, mark('filetext'), { attachments: files });
      return told(school.dsls);
    }
    case 'in danger': {
      await turns.say(reporter, `I want to report ${mark('first')}`);
      const first = await turns.say(reporter, 'new report');
      const image = await turns.press(reporter, first, 'incidents.needed', dataOf(first.card, 'incidents.needed'));
      await send(await writeAll(await quick(image, 'no'), { about: 'pupil' }, 'disclosure'));
      return told(school.dsls);
    }
    case 'about the DSL': {
      const about = await begin();
      const reference = await send(await writeAll(about, personOn(about, 'Daniel Reid'), 'staff-conduct'));
      await openInChat(flow, school.holder('head'), reference);
      return told([school.holder('head')]);
    }
    case 'harmful material':
      await send(await writeAll(await begin(), { about: 'pupil' }, 'content'));
      return told([...school.dsls, school.holder('ictLead')]);
    default: {
      await turns.say(reporter, `I want to report ${mark('first')}`);
      const submit = (on: Standing, which: Record<string, unknown>, inputs: Record<string, unknown> = {}) =>
        turns.submit(reporter, on, 'incidents.answer', { ...dataOf(on.card, 'incidents.answer', which), ...inputs });
      let card = await turns.say(reporter, 'new report');
      card = await submit(await submit(card, { answer: 'no' }), { answer: 'no' });
      card = await submit(card, { to: 'next' }, { about: 'pupil' });
      card = await submit(card, { to: 'next' }, { kind: 'conduct' });
      card = await submit(card, { to: 'next' }, { place: mark('place'), platform: mark('platform') });
      card = await submit(card, { to: 'next' }, { people: mark('people') });
      referenceOn((await submit(card, { to: 'send' }, { seen: mark('seen') })).card, 'SR');
      return told(school.dsls);
    }
  }
}

/** One DSL works the report from the channel to its end, asks its reporter, who answers, and adds to it. */
async function workInChannel({ turns, school, n }: Flow, reporter: Person, reference: string): Promise<void> {
  const mark = (field: string) => markOf(n, field);
  const dsl = { ...school.holder('dsl'), name: mark('dslname') };
  const say = (text: string) => turns.say(dsl, text);
  const posted = await turns.arrived(school.channel, reference, 'reports.take');
  await turns.press(dsl, posted, 'reports.take', dataOf(posted.card, 'reports.take'));
  const dialog = await turns.press(dsl, posted, 'reports.details', { report: reference, part: '1' }, 'fetch');
  const work = await turns.press(dsl, dialog, 'reports.work', dataOf(dialog.card, 'reports.work'), 'submit-dialog');
  const form = await turns.press(
    dsl,
    work,
    'reports.compose',
    dataOf(work.card, 'reports.compose', { form: 'note' }),
    'submit-dialog',
  );
  const note = { ...dataOf(form.card, 'reports.note'), what: 'decision', text: mark('decision') };
  await turns.press(dsl, form, 'reports.note', note, 'submit-dialog');
  await say(`note ${reference} action: ${mark('action')}`);
  await say(`ask ${reference} ${mark('question')}`);
  const question = await turns.arrived(chatOf(reporter), reference, mark('question'));
  const reply = { ...dataOf(question.card, 'reports.write'), text: mark('reply') };
  await turns.press(reporter, question, 'reports.write', reply);
  await turns.say(reporter, `add to ${reference} ${mark('added')}`);
  await say(`hand over ${reference} police: ${mark('handover')}`);
  await say(`hand over ${reference} not lado: ${mark('whynot')}`);
  for (const step of ['support offered', 'parents told', 'evidence secured'])
    await say(`step ${reference} ${step}: ${mark('step')}`);
  await say(`recorded ${reference}`);
  await say(`close ${reference} ${mark('outcome')}`);
  await say(`reopen ${reference} because ${mark('reopened')}`);
  await say(`close ${reference} ${mark('outcome')}`);
  await openInChat({ turns, school, n, reporter }, school.holder('deputyDsl'), reference);
}

/** Somebody who receives the report opens its details in their own chat and presses "Done". */
async function openInChat({ turns }: Flow, reader: Person, reference: string): Promise<void> {
  if (reader.aadObjectId.endsWith('3')) await turns.arrived(chatOf(reader), `New report ${reference}`);
  else await turns.arrived(chatOf(reader), `Report ${reference}`);
  await turns.say(reader, `open ${reference}`);
  const details = await turns.arrived(chatOf(reader), reference, 'reports.done');
  await turns.press(reader, details, 'reports.done', dataOf(details.card, 'reports.done'));
}

/** Whether a field is written by those who work a report, so that its reporter may not see it; a question is for both. */
export function isOfReaders({ field }: Mark): boolean {
  return ['decision', 'action', 'handover', 'whynot', 'step', 'outcome', 'reopened', 'dslname'].includes(field);
}
