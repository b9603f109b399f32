import { z } from 'zod';
import { ExpressionSyntax, parseExpression } from '../forge/expression/parse';
import { moduleType } from './module-type';

/** What becomes of an event whose filter cannot be worked out. */
const ON_ERROR = ['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'] as const;

/** An expression that this cannot read refuses the manifest, which is better than firing too often or never. */
const expression = z
  .string()
  .max(10_000)
  .transform((text, context) => {
    try {
      return parseExpression(text);
    } catch (problem) {
      if (!(problem instanceof ExpressionSyntax)) throw problem;
      context.addIssue({ code: 'custom', message: problem.message });
      return z.NEVER;
    }
  });

/** Hears product and life cycle events. */
export const trigger = moduleType({
  type: 'trigger',
  schema: z
    .looseObject({
      key: z.string(),
      function: z.string(),
      events: z.array(z.string()).min(1),
      filter: z
        .strictObject({
          ignoreSelf: z.boolean().optional(),
          expression: expression.optional(),
          onError: z.enum(ON_ERROR).default('IGNORE_AND_LOG'),
          appIsLicensed: z.boolean().optional(),
        })
        .optional(),
    })
    .transform(({ key, events, filter, function: functionKey }) => ({
      key,
      events,
      ignoreSelf: filter?.ignoreSelf ?? false,
      filter: filter?.expression && { expression: filter.expression, onError: filter.onError },
      appIsLicensed: filter?.appIsLicensed ?? false,
      functionKey,
    })),
  functions: ['function'],
  pages: [],
});
