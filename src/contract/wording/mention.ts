import { texts } from '../../../texts/compiled/en/notices';
import { speak } from '../texts/message';

const say = speak(texts);

/** What a mention says in place of a mail: that there is something, and nothing of what, since others read it too. */
export const wordMention = (things: number): string => say('mention.things', { things });

/** What a comment begins with, behind the name of whoever moved an item past rules that would have held it back. */
export const wordAdvice = (things: number): string => say('mention.advice', { things });
