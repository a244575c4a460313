/** A way in which staff ask something, with the clause that answers it: the policy's owner said so. */
export interface Phrasing {
  readonly words: string;
  /** `<policy id>#<clause id>` */
  readonly clause: string;
  /** The clause's words as they stood when it was said, or how they begin. With other words the phrasing rests. */
  readonly says: string;
  /** Its line in the file. */
  readonly line: number;
}
