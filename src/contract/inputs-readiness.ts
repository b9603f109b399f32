import * as z from 'zod/mini';
import { AT_MOST } from '../domain/readiness/programme';

/** As many as one round of the readiness programme takes. */
export const roundList = <T extends z.ZodMiniType>(of: T) =>
  z.array(of).check(z.minLength(1, 'required'), z.maxLength(AT_MOST, 'too-many'));
