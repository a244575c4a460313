import type { Act } from '../../domain/delivery/act.ts';
import type { SlipAct } from '../../domain/slips/slip-act.ts';
import type { SlipDraft } from '../../domain/slips/submit-slip.ts';
import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { actSlip, openSlipCard } from './act-slip.ts';
import { chooseKind, composeSlip, sendNamed, sendSlip } from './compose-slip.ts';
import { readSlipCommand, type SlipCommand } from './slip-command.ts';
import type { SlipDeps } from './slip-deps.ts';
import { fileRegister, listMine, showRegister, type Looking } from './slip-lists.ts';
import { onlyInPrivate, slipSummary } from './slip-replies.ts';

/** Telling the head and asking them for permissions, answering that, and the lists of both; in each one's own chat only. */
export function registerSlipHandlers(app: BotApp, onVerb: OnVerb, deps: SlipDeps): void {
  const here = (caller: Caller, then: () => Pressed | Promise<Pressed>) =>
    onlyInPrivate(caller, deps.ownAppId) ?? then();

  onVerb('slips.choose', ({ way }, caller) => here(caller, () => chooseKind(caller, way)));
  onVerb('slips.compose', ({ kind, clause, way }, caller) =>
    here(caller, () =>
      kind === undefined
        ? chooseKind(caller, way, 'Please choose one first.')
        : composeSlip(deps, caller, { kind, clause }),
    ),
  );
  onVerb('slips.send', (data, caller) =>
    here(caller, () => {
      const { submission } = data;
      return sendSlip(deps, caller, { act: caller.actWith(submission), draft: toDraft(data), submission });
    }),
  );
  onVerb('slips.named', ({ draft: token, about, submission }, caller) =>
    here(caller, () => sendNamed(deps, caller, { token, about: about === 'yes', submission })),
  );
  onVerb('slips.open', ({ slip }, caller) => here(caller, () => openSlipCard(deps, caller, slip)));
  onVerb('slips.list', ({ page }, caller) => here(caller, () => listMine(deps, caller, page)));
  onVerb('slips.answer', ({ slip, submission, ...data }, caller) =>
    here(caller, () => {
      const deed = toAnswer(data);
      return deed
        ? actSlip(deps, caller, { act: caller.actWith(submission), id: slip, deed })
        : openSlipCard(deps, caller, slip);
    }),
  );
  const press =
    (deedOf: (data: VerbData<'slips.renew'>) => SlipAct) => (data: VerbData<'slips.renew'>, caller: Caller) =>
      here(caller, () =>
        actSlip(deps, caller, { act: caller.actWith(data.submission), id: data.slip, deed: deedOf(data) }),
      );
  onVerb(
    'slips.renew',
    press(({ until, why }) => ({ deed: 'renew', until, text: why })),
  );
  onVerb(
    'slips.withdraw',
    press(({ reason }) => ({ deed: 'withdraw', text: reason })),
  );
  onVerb('slips.end', (data, caller) =>
    press(({ left }) => ({ deed: 'end', done: data.done === 'yes', text: left }))(data, caller),
  );
  onVerb('slips.register', ({ page, ...looking }, caller) =>
    here(caller, () => showRegister(deps, caller, toLooking(looking), page)),
  );
  onVerb('slips.file', ({ as, ...looking }, caller) =>
    here(caller, () => fileRegister(deps, caller, toLooking(looking), as)),
  );

  onTyped(app, deps, {
    lines: true,
    read: (words, { library: { school }, today }) => readSlipCommand(words, { school, today }),
    reply: async (command, caller, act) => here(caller, () => carryOut(caller, command, act)),
    summary: slipSummary,
  });

  function carryOut(caller: Caller, command: SlipCommand, act: Act): Pressed | Promise<Pressed> {
    switch (command.kind) {
      case 'choose':
        return chooseKind(caller, command.way);
      case 'compose': {
        const filled = { texts: [command.text], until: '', aboutHead: false };
        return composeSlip(deps, caller, { kind: command.slip, clause: '', whole: true, filled });
      }
      case 'send': {
        const { slip, text, until, aboutHead, aboutNamed } = command;
        const draft = { kind: slip, texts: [text], inOneGo: true, until, aboutHead, aboutNamed };
        return sendSlip(deps, caller, { act, draft });
      }
      case 'mine':
        return listMine(deps, caller, command.page);
      case 'open':
        return openSlipCard(deps, caller, command.id);
      case 'act':
        return actSlip(deps, caller, { act, id: command.id, deed: command.act });
      case 'register': {
        const { show, slip, who, from, to, page, as } = command;
        const looking = { show, kind: slip, who, from, to };
        return as ? fileRegister(deps, caller, looking, as) : showRegister(deps, caller, looking, page);
      }
    }
  }
}

function toDraft({ kind, clause, whole, a1, a2, a3, a4, until, about, named }: VerbData<'slips.send'>): SlipDraft {
  return {
    kind,
    ...(clause !== '' && { clause }),
    texts: whole === 'yes' ? [a1] : [a1, a2, a3, a4],
    inOneGo: whole === 'yes',
    until,
    aboutHead: about === 'yes',
    aboutNamed: named === undefined ? undefined : named === 'yes',
  };
}

function toAnswer({ answer, until, text }: Pick<VerbData<'slips.answer'>, 'answer' | 'until' | 'text'>) {
  if (answer === '') return undefined;
  const given = { deed: 'answer' } as const;
  if (answer === 'given') return { ...given, answer: { kind: answer, until, text } } as const;
  if (answer === 'hr' || answer === 'lado') return { ...given, answer: { kind: 'passed', to: answer, text } } as const;
  return { ...given, answer: { kind: answer, text } } as const;
}

function toLooking({ kind, who, ...rest }: Omit<VerbData<'slips.register'>, 'page'>): Looking {
  return { ...rest, kind: kind === 'all' ? undefined : kind, who: who === 'all' ? '' : who };
}
