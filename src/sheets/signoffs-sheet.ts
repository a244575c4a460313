import { documentText, standingText, stateHeadings, stateOrder, totalsText } from '../cards/signoffs/campaign-words.ts';
import { dayText } from '../cards/day-text.ts';
import { instantText } from '../cards/instant-text.ts';
import { isOutstanding } from '../domain/signoffs/signatory.ts';
import { progressOf } from '../domain/signoffs/progress.ts';
import type { Signatory } from '../domain/signoffs/signatory.ts';
import type { WholeCampaign } from '../domain/signoffs/whole-campaign.ts';
import type { Block, Sheet } from './sheet.ts';

/** What the sheet needs to know beside the campaigns. */
export interface SignoffsSheetInput {
  readonly school: {
    readonly name: string;
    readonly timeZone: string;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
  };
  /** ISO 8601 instant, and its day at the school. */
  readonly printedAt: string;
  readonly today: string;
  /** Whether it names who is outstanding; governors get numbers. */
  readonly withNames: boolean;
}

/** A report for governors: how far each campaign is, by group, with numbers that add up. */
export function toSignoffsSheet(
  campaigns: readonly Omit<WholeCampaign, 'receipts'>[],
  input: SignoffsSheetInput,
): Sheet {
  const { school, printedAt, withNames } = input;
  const [one] = campaigns;
  const isOne = campaigns.length === 1 && one;
  const total = progressOf(campaigns.flatMap(({ signatories }) => signatories));
  return {
    title: isOne ? `Sign-offs: ${documentText(one.campaign.document)}` : 'Sign-offs of the school',
    school: school.name,
    footer: `Sign-offs${isOne ? ` ${one.campaign.id}` : ''} · ${withNames ? 'with names: confidential · ' : ''}${instantText(printedAt, school)}`,
    blocks: [
      ...(campaigns.length === 0
        ? [{ kind: 'paragraph', text: 'Nobody is asked for a signature at present.' } as const]
        : []),
      ...(campaigns.length > 1
        ? [
            { kind: 'fact', label: 'Open campaigns', text: String(campaigns.length) } as const,
            { kind: 'fact', label: 'Signatures asked for', text: totalsText(total) } as const,
          ]
        : []),
      ...campaigns.flatMap((each) => campaignBlocks(each, input, campaigns.length > 1)),
      ...(campaigns.length > 0
        ? [
            {
              kind: 'paragraph',
              text: 'Everybody who was asked is counted once in “Everybody”. Whoever is in two groups stands in the bars of both.',
            } as const,
          ]
        : []),
    ],
  };
}

function campaignBlocks(
  { campaign, signatories, notAsked }: Omit<WholeCampaign, 'receipts'>,
  { school, today, withNames }: SignoffsSheetInput,
  hasHeading: boolean,
): Block[] {
  const outstanding = signatories.filter(({ state }) => isOutstanding({ state }));
  const late = outstanding.filter(({ dueOn }) => dueOn < today).length;
  const bars = [
    { label: 'Everybody', rows: signatories },
    ...school.groups.map(({ id, name }) => ({
      label: name,
      rows: signatories.filter(({ groups }) => groups.includes(id)),
    })),
    {
      label: 'In no group',
      rows: signatories.filter(({ groups }) => !groups.some((id) => school.groups.some((one) => one.id === id))),
    },
  ].filter(({ label, rows }) => label === 'Everybody' || rows.length > 0);
  return [
    ...(hasHeading ? [{ kind: 'heading', text: documentText(campaign.document) } as const] : []),
    { kind: 'fact', label: 'Campaign', text: `${campaign.id}. ${standingText(campaign)}` },
    { kind: 'fact', label: 'Asked since', text: instantText(campaign.openedAt, school) },
    { kind: 'fact', label: 'Why', text: campaign.why },
    {
      kind: 'bars',
      legend: stateOrder.map((state) => ({ key: state, label: stateHeadings[state] })),
      rows: bars.map(({ label, rows }) => {
        const progress = progressOf(rows);
        return { label, counts: progress, total: progress.audience };
      }),
    },
    { kind: 'fact', label: 'All together', text: totalsText(progressOf(signatories)) },
    {
      kind: 'fact',
      label: 'Outstanding',
      text: `${outstanding.length}, of whom ${late} past their day`,
    },
    ...(notAsked.length > 0
      ? [{ kind: 'fact', label: 'Never asked', text: `${notAsked.length}; the export lists why` } as const]
      : []),
    ...(withNames ? nameBlocks(outstanding) : []),
  ];
}

function nameBlocks(outstanding: readonly Signatory[]): Block[] {
  return stateOrder.flatMap((state): Block[] => {
    const own = outstanding.filter((one) => one.state === state);
    if (own.length === 0) return [];
    const names = own.map(({ name, dueOn }) => `${name} (by ${dayText(dueOn)})`);
    return [
      { kind: 'heading', text: stateHeadings[state] },
      { kind: 'paragraph', text: names.join(', ') },
    ];
  });
}
