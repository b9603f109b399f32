import { z } from 'zod';
import { invalid } from './errors';

/** What @forge/kvs sends, parsed strictly: a member nobody knows here would be a feature silently ignored. */

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const metadataField = z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const readOptions = z.strictObject({ metadataFields: z.array(metadataField).optional() });
const ttl = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const setOptions = z
  .strictObject({
    ttl: ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: z.array(metadataField).optional(),
  })
  .refine((options) => options.returnValue === undefined || options.keyPolicy !== 'FAIL_IF_EXISTS', {
    message: 'returnValue needs keyPolicy OVERRIDE',
  });
const ttlOptions = z.strictObject({ ttl: ttl.optional() });

const condition = z.strictObject({
  property: z.string(),
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'EQUAL_TO',
    'NOT_EQUAL_TO',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'CONTAINS',
    'NOT_CONTAINS',
    'EXISTS',
    'NOT_EXISTS',
  ]),
  values: z.array(scalar).min(1).max(2),
});
const filter = z.union([
  z.strictObject({ and: z.array(condition).min(1) }),
  z.strictObject({ or: z.array(condition).min(1) }),
]);
const value = z.unknown();
const key = z.string();
const entityName = z.string();

export const schemas = {
  get: z.strictObject({ key, options: readOptions.optional() }),
  set: z.strictObject({ key, value, options: setOptions.optional() }),
  delete: z.strictObject({ key }),
  query: z.strictObject({
    limit: z.number().int().optional(),
    after: z.string().optional(),
    where: z
      .array(
        z.strictObject({
          property: z.literal('key'),
          condition: z.literal('BEGINS_WITH'),
          values: z.tuple([z.string()]),
        }),
      )
      .max(1)
      .optional(),
    options: readOptions.optional(),
  }),
  entityGet: z.strictObject({ entityName, key, options: readOptions.optional() }),
  entitySet: z.strictObject({ entityName, key, value, options: setOptions.optional() }),
  entityDelete: z.strictObject({ entityName, key }),
  entityQuery: z.strictObject({
    entityName,
    indexName: z.string(),
    partition: z.array(scalar).optional(),
    range: condition.omit({ property: true }).optional(),
    filters: z.union([filter, z.tuple([])]).optional(),
    sort: z.enum(['ASC', 'DESC']).optional(),
    limit: z.number().int().optional(),
    cursor: z.string().optional(),
    options: readOptions.optional(),
  }),
  transaction: z.strictObject({
    set: z
      .array(
        z.strictObject({
          key,
          value,
          entityName: entityName.optional(),
          conditions: filter.optional(),
          options: ttlOptions.optional(),
        }),
      )
      .optional(),
    delete: z
      .array(z.strictObject({ key, entityName: entityName.optional(), conditions: filter.optional() }))
      .optional(),
    check: z.array(z.strictObject({ key, entityName, conditions: filter })).optional(),
  }),
  batchSet: z.array(
    z.strictObject({ key, value, entityName: entityName.optional(), options: ttlOptions.optional() }),
  ),
  batchGet: z.array(
    z.strictObject({ key, entityName: entityName.optional(), options: readOptions.optional() }),
  ),
  batchDelete: z.array(z.strictObject({ key, entityName: entityName.optional() })),
};

export type MetadataField = z.infer<typeof metadataField>;
export type Ttl = z.infer<typeof ttl>;
export type SetOptions = z.infer<typeof setOptions>;
export type Condition = z.infer<typeof condition>;
export type RangeCondition = Omit<Condition, 'property'>;
export type ConditionFilter = z.infer<typeof filter>;
export type EntityQuery = z.infer<typeof schemas.entityQuery>;
export type KeyQuery = z.infer<typeof schemas.query>;
export type TransactionRequest = z.infer<typeof schemas.transaction>;

/** @throws KvsRefusal VALIDATION_ERROR naming what does not fit. */
export function parseRequest<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(z.prettifyError(parsed.error));
}
