/**
 * What a delivery about reviews tells.
 * - `review-due`: the duty is due on `dueOn`, or overdue; `stage` is `before-<days>`, `overdue-<weeks>`, or `chair-<n>`
 * - `review-early`: so many were asked about it since that day that it may be reviewed early
 */
export type ReviewSubject =
  | { readonly kind: 'review-due'; readonly duty: string; readonly dueOn: string; readonly stage: string }
  | { readonly kind: 'review-early'; readonly duty: string; readonly dueOn: string; readonly since: string };
