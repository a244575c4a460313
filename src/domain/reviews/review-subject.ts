/**
 * What a delivery about reviews tells.
 * - `review-due`: the duty is due on `dueOn`, or overdue; `stage` is `before-<days>`, `overdue-<weeks>`, or `chair-<n>`
 * - `review-early`: so many were asked about it since that day that it may be reviewed early
 * - `review-settled`: the reminder with the key `of` stands for nothing any more: the duty is due on another day
 */
export type ReviewSubject =
  | { readonly kind: 'review-due'; readonly duty: string; readonly dueOn: string; readonly stage: string }
  | { readonly kind: 'review-early'; readonly duty: string; readonly dueOn: string; readonly since: string }
  | { readonly kind: 'review-settled'; readonly duty: string; readonly dueOn: string; readonly of: string };
