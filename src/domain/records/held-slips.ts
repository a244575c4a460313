import { eventPlace, slipPlace } from '../slips/sealed-places.ts';
import { SlipWords, type Slip } from '../slips/slip.ts';
import type { HeldAs, HeldItem, Look } from './held-item.ts';

/** What they told or asked, what they answered, and whatever names them or is about them; without the names of others. */
export async function slipsOf(look: Look): Promise<HeldItem[]> {
  const items = await Promise.all((await look.desk.slips.all(look.school.id)).map((slip) => itemOf(look, slip)));
  return items.filter((item) => item !== undefined);
}

async function itemOf({ desk, subject, isThem, namedIn, redact }: Look, slip: Slip): Promise<HeldItem | undefined> {
  const { id, at, author, told, events, sealedText } = slip;
  const sealed = await desk.sealer.open(sealedText, slipPlace(slip));
  const words = sealed === undefined ? undefined : SlipWords.parse(JSON.parse(sealed));
  const written = await Promise.all(
    events.map(async (event, n) => {
      const text = event.sealedText && (await desk.sealer.open(event.sealedText, eventPlace(slip, n + 1)));
      return { of: event.kind, text, isLost: event.sealedText !== undefined && text === undefined };
    }),
  );
  const texts = [
    ...(words?.texts ?? []).map(({ ask, text }) => ({ of: ask || 'what was written', text })),
    ...written.flatMap(({ of, text }) => (text ? [{ of, text }] : [])),
  ];
  const named = texts.flatMap(({ text }) => namedIn(text));
  const isAbout = words?.about.some((one) => isOneOf(one, subject.person)) === true;
  const as: HeldAs[] = [
    ...(isThem(author) ? (['asker'] as const) : []),
    ...(told.some(isThem) ||
    events.some(({ by, asked }) => asked?.some(isThem) || (by && !isThem(author) && isThem(by)))
      ? (['owner'] as const)
      : []),
    ...(isAbout ? (['subject'] as const) : []),
    ...named,
  ];
  if (as.length === 0) return undefined;
  return {
    ...{ record: 'slip', reference: id, at, as: [...new Set(as)] },
    // What others wrote of them, and what is about them, may harm somebody when it is released.
    aPersonDecides: isAbout || (named.length > 0 && !isThem(author)),
    unreadable: words === undefined || written.some(({ isLost }) => isLost),
    texts: texts.map(({ of, text }) => ({ of, text: redact(text) })),
  };
}

function isOneOf(about: string, person: Look['subject']['person']): boolean {
  if (!person) return false;
  return about === `person:${person.id}` || person.roles.some((role) => about === `role:${role}`);
}
