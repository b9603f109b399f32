/** Marks that turn the direction of what follows them round, past the words they stand in. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Other people's words in a sentence of ours: on one line, so that they begin no section, and turning nothing round. */
export const oneLine = (text: string): string => text.replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();
