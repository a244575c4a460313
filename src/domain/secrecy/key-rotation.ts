/** What a change of keys needs to know of the key ring. */
export interface KeyRotation {
  /** The key that new texts are sealed under, and the old ones that go once nothing is sealed under them. */
  state(): Promise<{ readonly sealsWith: string; readonly retiring: readonly string[]; readonly dropUnused: boolean }>;
  /** The id of the key that a text is sealed under; nothing when it is no sealed text. */
  keyOf(sealed: string): string | undefined;
  /** Takes retiring keys off the ring for good; any other key that is named stays. */
  drop(kids: readonly string[]): Promise<void>;
}
