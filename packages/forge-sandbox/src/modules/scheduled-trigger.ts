import { z } from 'zod';
import { moduleType } from './module-type';

/** Runs a function again and again. */
export const scheduledTrigger = moduleType({
  type: 'scheduledTrigger',
  schema: z
    .looseObject({
      key: z.string(),
      function: z.string(),
      interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
    })
    .transform(({ key, interval, function: functionKey }) => ({ key, interval, functionKey })),
  functions: ['function'],
  pages: [],
  background: true,
});
