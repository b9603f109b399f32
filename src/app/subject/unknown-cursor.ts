import { CallRefused } from '../../contract/refusal';
import { wordInvalid } from '../../contract/wording/refusals';

/** The refusal of a cursor that the page before did not give. */
export const unknownCursor = (): CallRefused =>
  new CallRefused({ code: 'invalid', field: 'cursor', message: wordInvalid('cursor', 'not-a-cursor') });
