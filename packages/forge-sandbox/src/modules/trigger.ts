import { z } from 'zod';
import { moduleType } from './module-type';

/** Hears product and life cycle events. */
export const trigger = moduleType({
  type: 'trigger',
  schema: z
    .looseObject({
      key: z.string(),
      function: z.string(),
      events: z.array(z.string()).min(1),
      // Expressions are not evaluated here: refusing the manifest is better than firing too often.
      filter: z
        .strictObject({ ignoreSelf: z.boolean().optional(), onError: z.string().optional() })
        .optional(),
    })
    .transform(({ key, events, filter, function: functionKey }) => ({
      key,
      events,
      ignoreSelf: filter?.ignoreSelf ?? false,
      functionKey,
    })),
  functions: ['function'],
  pages: [],
});
