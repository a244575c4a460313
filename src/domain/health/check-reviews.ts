import { amber, green, type HealthLine } from './health-line.ts';

/** The policies and other duties of a school whose review is overdue, by their ids. */
export interface ReviewFacts {
  readonly schoolId: string;
  readonly overdue: readonly string[];
}

/** Whether the policies are in date. Answers go on being given from an overdue one, with a mark. */
export function checkReviews(schools: readonly ReviewFacts[]): HealthLine[] {
  return schools.map(({ schoolId, overdue }) =>
    overdue.length === 0
      ? green('reviews', `No review of ${schoolId} is overdue.`)
      : amber(
          'reviews',
          `${overdue.length === 1 ? 'One review' : `${overdue.length} reviews`} of ${schoolId} ${overdue.length === 1 ? 'is' : 'are'} overdue: ${overdue.join(', ')}.`,
          'Head: have the owners review them and record it in Teams (“reviews”).',
        ),
  );
}
