import { texts as parts } from '../../../../texts/compiled/en/finding-parts';
import type { texts } from '../../../../texts/compiled/en/findings';
import type { UnmetOf } from '../../../domain/gate/finding';
import type { RuleId } from '../../../domain/gate/rules';
import { speak, type Values } from '../../texts/message';
import type { Reader } from '../names';

type Texts = typeof texts;

/** What both sentences of a rule take, beside where its next step is done. */
type ValuesOf<R extends RuleId> = Omit<
  Values<Texts[`found.${R}`]> & Values<Texts[`next.${R}`]>,
  'there' | 'alsoThere'
>;

/** What a group's findings put into their sentences. */
export type ToldOf<R extends RuleId> = {
  readonly [K in R]: (finding: UnmetOf<K>, reader: Reader) => ValuesOf<K>;
};

/** A number at the head of a sentence. */
export const count = (n: number): string => speak(parts)('number.head', { n });
