import { z } from 'zod';
import { moduleType } from './module-type';

/** Takes the events of one of the app's queues. */
export const consumer = moduleType({
  type: 'consumer',
  schema: z
    .looseObject({ key: z.string(), queue: z.string(), function: z.string() })
    .transform(({ key, queue, function: functionKey }) => ({ key, queue, functionKey })),
  functions: ['function', 'resolver'],
  pages: [],
  background: true,
});
