/**
 * Whether words say something that anyone could observe: a number, a day, or what somebody then does. It only recognises
 * English; where a text is something else, or too short to tell, nothing is asked.
 */

/** Shorter words are still being typed, or are a name. */
const SHORTEST = 12;

const NUMBERS =
  /[\p{Nd}%‰€$£¥]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half|twice|third|quarter of|every|all|each|none|nobody|no one|no longer|zero|without)\b/iu;

const DAYS =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:by|until|before|within|since) (?:the |a |next |end |noon|midnight|may\b)|\b(?:today|tomorrow|overnight|daily|weekly|monthly)\b/iu;

/** What one can watch somebody or something do; its plain form and that with an s. */
const DEEDS =
  /\b(?:answer|approve|arrive|book|buy|call|cancel|click|close|complete|confirm|deliver|deploy|download|edit|export|fill|find|go live|import|install|invite|invoice|list|load|log|merge|migrate|move|name|open|order|pass|pay|place|print|publish|read|receive|record|register|reply|report|return|run|save|see|sell|send|ship|show|sign|start|stop|submit|switch|upload|use|visit|work on|write)(?:s|es|ed)?\b|\b(?:bought|found|gone live|paid|ran|sent|shown|sold|went live|written)\b/iu;

/** Words without which English hardly says a sentence. */
const ENGLISH = /\b(?:the|and|is|are|be|to|of|we|our|it|for|with|in|on|more|better|good|has|have|a|an)\b/iu;

/** False only for an English text that names no number, no day and no deed. */
export const isObservable = (text: string): boolean =>
  text.trim().length < SHORTEST ||
  !ENGLISH.test(text) ||
  NUMBERS.test(text) ||
  DAYS.test(text) ||
  DEEDS.test(text);
