/** Stands below an answer that says what could not be done. */
export const inDanger = 'Is anybody in danger? Call 999 now. Then find your Designated Safeguarding Lead.';
