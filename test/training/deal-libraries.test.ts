import { describe, expect, it } from 'vitest';
import { dealLibraries } from './deal-libraries.ts';
import { type Lesson, readLessons } from './read-lessons.ts';

/** Three policies on each of four things: cameras, medicines, visits, complaints. */
const subjects = {
  cameras: 'Photographs are taken with the school camera and printed there.',
  medicines: 'Medicines are kept locked away and given by a first aider.',
  visits: 'The leader of a visit counts the children onto the coach.',
  complaints: 'A complaint goes to the chair of governors in a letter.',
};

async function lessonsOn(all: Readonly<Record<string, string>>, of: number): Promise<Lesson[]> {
  const corpus = Array.from({ length: of }, (_, nth) =>
    Object.entries(all).map(([subject, text]) => ({
      name: `${subject}-${nth}`,
      text: `# ${subject} rules\n\n1. ${text}\n2. Nothing else is said.\n`,
      clauses: new Map<string, string>(),
      questions: [],
    })),
  ).flat();
  return readLessons(corpus);
}

const subjectOf = ({ name }: Lesson): string => name.split('-')[0] ?? '';

describe('dealing libraries', () => {
  it('deals each policy once, and those on the same thing into different libraries', async () => {
    const lessons = await lessonsOn(subjects, 3);
    const libraries = dealLibraries(lessons, 4);
    expect(
      libraries
        .flat()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(lessons.map(({ name }) => name).sort());
    expect(libraries).toHaveLength(3);
    for (const those of libraries) expect(new Set(those.map(subjectOf)).size).toBe(4);
  });

  it('deals the same libraries each time, none larger than asked for', async () => {
    const lessons = await lessonsOn(subjects, 3);
    const names = (libraries: Lesson[][]) => libraries.map((those) => those.map(({ name }) => name));
    const libraries = dealLibraries(lessons, 5);
    expect(names(libraries)).toEqual(names(dealLibraries(lessons, 5)));
    expect(libraries.map(({ length }) => length)).toEqual([4, 4, 4]);
  });

  it('has one library of what is too little for two, and none of nothing', async () => {
    const lessons = await lessonsOn(subjects, 1);
    expect(dealLibraries(lessons, 7)).toHaveLength(1);
    expect(dealLibraries([], 7)).toEqual([]);
  });
});
