import * as z from 'zod/mini';
import { once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Says that no more is needed, where the policy asks for more agreements than there are. */
export const declareNoFurtherDependencies = defineCommandCall({
  key: 'dependencies/declare-no-further',
  command: 'declare-no-further-dependencies',
  input: once(() => z.strictObject({ seen: seen() })),
  access: 'item',
  may: ['dri'],
});
