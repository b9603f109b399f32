import { z } from 'zod';

/** The parts of manifest.yml this host reads. Atlassian's own validator checks the rest, see `npm run lint`. */

const MAX_BACKGROUND_TIMEOUT_S = 900;

const place = z.looseObject({ resource: z.string().optional() });
export const moduleSchema = z.looseObject({
  key: z.string(),
  function: z.string().optional(),
  resolver: z.looseObject({ function: z.string().optional() }).optional(),
  dynamicProperties: z.looseObject({ function: z.string().optional() }).optional(),
  resource: z.string().optional(),
  create: place.optional(),
  edit: place.optional(),
  view: place.optional(),
});
const address = z.union([
  z.string(),
  z.looseObject({ address: z.string() }).transform((value) => value.address),
]);
export const manifestSchema = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    storage: z.looseObject({ entities: z.array(z.unknown()).optional() }).optional(),
  }),
  modules: z.record(z.string(), z.array(moduleSchema)),
  resources: z
    .array(
      z.looseObject({
        key: z.string(),
        path: z.string(),
        entry: z.record(z.string(), z.string()).optional(),
      }),
    )
    .default([]),
  permissions: z
    .looseObject({
      scopes: z.array(z.string()).default([]),
      content: z
        .looseObject({ styles: z.array(z.string()).default([]), scripts: z.array(z.string()).default([]) })
        .optional(),
      external: z
        .record(z.string(), z.union([z.array(address), z.record(z.string(), z.array(address))]))
        .default({}),
    })
    .default({ scopes: [], external: {} }),
});
export const functionSchema = z.looseObject({
  key: z.string(),
  handler: z.string().regex(/^.+\.[^.]+$/, 'must read file.export'),
  timeoutSeconds: z.number().int().min(1).max(MAX_BACKGROUND_TIMEOUT_S).optional(),
});
