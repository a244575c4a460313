/** What stands on a sheet, from its top to its end. Texts are as people wrote them: whoever prints them cleans them. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What must not be read over. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'fact'; readonly label: string; readonly text: string }
  /** A line to fill in by hand. */
  | { readonly kind: 'blank'; readonly label: string }
  /** Something that happened, and what was written with it. */
  | { readonly kind: 'entry'; readonly when: string; readonly what: string; readonly words?: string | undefined };

export interface Sheet {
  /** The title on the first page, and the only thing that a file says of itself. */
  readonly title: string;
  readonly school: string;
  /** On every page, at its left end: the reference and whose it is. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}
