import type { UnmetOf } from '../../../domain/gate/finding';
import type { RuleId } from '../../../domain/gate/rules';
import type { Reader } from '../names';

/** A finding in words: what is the case, and the next step. */
export interface Wording {
  readonly what: string;
  readonly next: string;
}

/** What a sentence is made with. */
export interface Say extends Reader {
  /** Where the next step is done, behind a sentence; empty where the reader is there. */
  readonly there: string;
  /** The same where the sentence has gone on since. */
  readonly alsoThere: string;
}

export type ToldOf<R extends RuleId> = {
  readonly [K in R]: (finding: UnmetOf<K>, say: Say) => Wording;
};

const counted = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number at the head of a sentence. */
export const count = (n: number): string => counted[n] ?? String(n);
