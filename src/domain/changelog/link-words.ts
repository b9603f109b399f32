/**
 * Link wordings that say "this item waits for that one". The side a link stands on differs between link types
 * (`Blocks` points the other way round than `Depends`), so only the words are read.
 */
const WAITS_FOR: ReadonlySet<string> = new Set([
  ...['is blocked by', 'blocked by', 'depends on', 'depends upon', 'is dependent on', 'has to be done after'],
  ...[
    'wird blockiert von',
    'ist blockiert durch',
    'wird blockiert durch',
    'hängt ab von',
    'ist abhängig von',
  ],
  ...['est bloqué par', 'est bloquée par', 'dépend de'],
  ...['está bloqueado por', 'está bloqueada por', 'es bloqueado por', 'depende de'],
  ...['é bloqueado por', 'é bloqueada por', 'è bloccato da', 'è bloccata da', 'dipende da'],
  ...['wordt geblokkeerd door', 'is geblokkeerd door', 'is afhankelijk van'],
  ...['ブロックされている', 'によってブロックされている', 'に依存している', '被阻塞', '被阻止', '依赖于'],
]);

/**
 * Whether a link's words, as an item reads them, put the other item in its way. A guess for sites whose administrators
 * have not chosen link types yet, in the languages Jira ships its own link types in.
 */
export const waitsFor = (words: string): boolean => WAITS_FOR.has(words.trim().toLowerCase());

/** A changelog says whose link it is before it says the words: "This issue depends on", "This work item is blocked by". */
const SUBJECT = /^this (issue|work item) /i;

/** The same for the words of a changelog, the key at their end left out. */
export const waitedFor = (words: string): boolean => waitsFor(withoutSubject(words));

/** The words of a changelog's line without whose link it is. */
export const withoutSubject = (words: string): string => words.replace(SUBJECT, '').trim();
