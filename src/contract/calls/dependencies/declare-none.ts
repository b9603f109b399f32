import * as z from 'zod/mini';
import { once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Says that nothing is needed from anybody. */
export const declareNoDependencies = defineCommandCall({
  key: 'dependencies/declare-none',
  command: 'declare-no-dependencies',
  input: once(() => z.strictObject({ seen: seen() })),
  access: 'item',
  may: ['dri'],
});
