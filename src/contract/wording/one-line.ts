import { closed } from '../texts/isolate';

/** Other people's words in a sentence of ours: on one line, so that they begin no section, and turning nothing round. */
export const oneLine = (text: string): string => closed(text.replace(/\s+/g, ' ').trim());
