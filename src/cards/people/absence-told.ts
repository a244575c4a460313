import { roleTitles } from '../../domain/people/role.ts';
import { coveredRole } from '../../domain/people/covers-for.ts';
import type { Absence } from '../../domain/people/absence.ts';
import type { Person } from '../../domain/people/school.ts';
import { dayText } from '../day-text.ts';
import type { MessageView } from '../messages/message.ts';

interface Told {
  readonly absence: Pick<Absence, 'from' | 'to' | 'endedAt'>;
  readonly person: Person;
  readonly cover: Person;
}

/** What whoever is away reads once it is recorded; `told` is whether the bot can write to the cover. */
export function absenceRecorded({ absence, person, cover }: Told, told: boolean): MessageView {
  return {
    title: `${cover.name} covers for you`,
    paragraphs: [
      `${daysOf(absence)}, ${cover.name} answers for you as ${roleOf(person)}: reports that would come to you go to them.`,
      told
        ? 'They are told now.'
        : 'Staffroom cannot write to them yet, so please tell them yourself; they write “help” to Staffroom once.',
      'It ends by itself. Write “I am back” to end it earlier.',
    ],
  };
}

/** What the cover is told, and at the end the person too. */
export function absenceTold({ absence, person, cover }: Told, to: 'person' | 'cover'): MessageView {
  if (absence.endedAt === undefined) {
    return {
      title: `You cover for ${person.name}`,
      paragraphs: [
        `${daysOf(absence)}, you answer for ${person.name} as ${roleOf(person)}: reports that would go to them come to you here.`,
        'It ends by itself, and you are told when it does. If you cannot cover, tell them or another DSL today.',
      ],
    };
  }
  return to === 'cover'
    ? {
        title: `You no longer cover for ${person.name}`,
        paragraphs: ['New reports go to them again. What you took on stays with you until you hand it over.'],
      }
    : {
        title: 'Reports come to you again',
        paragraphs: [
          `${cover.name} covered for you until ${dayText(absence.to)}. Write “open reports” to see what is open.`,
        ],
      };
}

/** What whoever came back reads. */
export function cameBack(covers: readonly string[]): MessageView {
  return covers.length > 0
    ? {
        title: 'Welcome back',
        paragraphs: [`Reports come to you again. No longer covering for you: ${covers.join(', ')}.`],
      }
    : { title: 'You are here already', paragraphs: ['Nothing was changed: nobody covers for you in Staffroom.'] };
}

function roleOf(person: Person): string {
  return roleTitles[coveredRole(person) ?? 'dsl'];
}

function daysOf({ from, to }: Pick<Absence, 'from' | 'to'>): string {
  return from === to ? `On ${dayText(from)}` : `From ${dayText(from)} to ${dayText(to)}, both included`;
}
