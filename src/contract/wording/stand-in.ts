import { texts } from '../../../texts/compiled/en/notices';
import { speak } from '../texts/message';

/** Why somebody who stands in hears of it. Their answer is their own. */
export const wordStandIn = (person: string): string => speak(texts)('standIn.why', { person });
