/**
 * Link wordings that say "this item waits for that one". The side a link stands on differs between link types
 * (`Blocks` points the other way round than `Depends`), so only the words are read.
 */
const WAITS_FOR =
  /^(is blocked by|blocked by|depends on|depends upon|is dependent on|has to be done after)$/i;

/** Whether a link's words, as an item reads them, put the other item in its way. */
export const waitsFor = (words: string): boolean => WAITS_FOR.test(words.trim());

/** A changelog says whose link it is before it says the words: "This issue depends on", "This work item is blocked by". */
const SUBJECT = /^this (issue|work item) /i;

/** The same for the words of a changelog, the key at their end left out. */
export const waitedFor = (words: string): boolean => waitsFor(words.replace(SUBJECT, ''));
