import { texts } from '../../../texts/compiled/en/refusals';
import { speak, type PlainId } from '../texts/message';
import { oneLine } from './one-line';

const say = speak(texts);

type IdOf<Prefix extends string> =
  PlainId<typeof texts> extends infer Id ? (Id extends `${Prefix}.${infer Name}` ? Name : never) : never;

/** The refusals that are not the domain's, and what else a call answers in a sentence of its own. */
export type RefusalWord = IdOf<'refusal'>;

export const refusalText = (word: RefusalWord): string => say(`refusal.${word}`);

const isReason = (reason: string): reason is IdOf<'inputReason'> =>
  Object.hasOwn(texts, `inputReason.${reason}`);

function whyWrong(reason: string, limit: number | undefined): string {
  if (reason === 'too-long' && limit !== undefined) return say('input.limit', { limit });
  return isReason(reason) ? say(`inputReason.${reason}`) : say('input.unexpected');
}

const isField = (name: string): name is IdOf<'fieldName'> => Object.hasOwn(texts, `fieldName.${name}`);

/** What a person calls a field: its label, where it has one; else its path, which only programs send. */
function nameOfField(path: string): string {
  const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  return isField(last) ? say(`fieldName.${last}`) : path;
}

/** What is wrong with an input, naming it as people do. `field` is its path; `reason` is the schema's code, or its own message; `limit` the most characters it takes. */
export const wordInvalid = (field: string | undefined, reason: string, limit?: number): string =>
  field === undefined
    ? say('input.request')
    : say('input.wrong', { field: nameOfField(field), why: whyWrong(reason, limit) });

/**
 * Why a dependency gave nothing to go by, each with its own way out. `messages` are Jira's own words about what it did
 * not understand.
 */
export function wordUnavailable({
  dependency,
  failure,
  until,
  messages,
  mayBeDone,
}: {
  readonly dependency: 'jira' | 'storage' | 'queue';
  readonly failure: 'no-answer' | 'too-many' | 'refused' | 'broken-question';
  readonly until?: string | undefined;
  readonly messages: readonly string[];
  readonly mayBeDone?: boolean;
}): string {
  if (mayBeDone) return refusalText('may-be-done');
  if (dependency !== 'jira' || failure === 'no-answer') return refusalText('unavailable');
  return [
    refusalText(`jira-${failure}`),
    ...(until === undefined ? [] : [say('unavailable.again', { time: until.slice(11, 16) })]),
    ...(messages.length === 0 ? [] : [say('unavailable.said', { messages: messages.join(' ') })]),
  ].join(' ');
}

const MOST_KNOWN = 12;

/** Something a policy names that Jira does not have, and what there is instead. */
export function wordUnknownName(
  what: 'type' | 'link' | 'field',
  name: string,
  known: readonly string[],
): string {
  const some = [...new Set(known)].slice(0, MOST_KNOWN);
  const more = Math.max(known.length - MOST_KNOWN, 0);
  return [
    say('unknownName.what', { name, what }),
    ...(some.length === 0 ? [] : [say('unknownName.known', { names: some.join(', '), more })]),
  ].join(' ');
}

/** That Jira does not understand the JQL somebody wrote, with what it says of it. */
export const wordNotJql = (messages: readonly string[]): string =>
  [
    wordInvalid('jql', 'not-jql'),
    ...(messages.length === 0
      ? []
      : [say('unavailable.said', { messages: messages.map(oneLine).join(' ') })]),
  ].join(' ');
