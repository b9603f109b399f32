import { z } from 'zod';
import { moduleType } from './module-type';

/** A field that the app brings to the site. */
export const customField = moduleType({
  type: 'jira:customField',
  schema: z.object({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    type: z.enum(['string', 'number', 'user', 'group', 'datetime', 'date', 'object']),
    collection: z.enum(['none', 'list']).default('none'),
    readOnly: z.boolean().default(false),
  }),
  functions: ['resolver'],
  pages: ['edit', 'view'],
});
