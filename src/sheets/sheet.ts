/** What stands on a sheet, from its top to its end. Texts are as people wrote them: whoever prints them cleans them. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What must not be read over. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'fact'; readonly label: string; readonly text: string }
  /** A line to fill in by hand. */
  | { readonly kind: 'blank'; readonly label: string }
  /** As many of these as the page has room for; where some are left out, `rest` says where they stand. */
  | { readonly kind: 'fitting'; readonly texts: readonly string[]; readonly rest: string }
  /** A chart: of each row a bar with a part for each count, in the order of the legend. The parts of a row are its total. */
  | {
      readonly kind: 'bars';
      readonly legend: readonly {
        readonly key: string;
        readonly label: string;
        /** As `#2f6b3a`, where its place in the legend does not give the right one. */
        readonly colour?: string | undefined;
      }[];
      readonly rows: readonly {
        readonly label: string;
        readonly counts: Readonly<Record<string, number>>;
        readonly total: number;
      }[];
    }
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
