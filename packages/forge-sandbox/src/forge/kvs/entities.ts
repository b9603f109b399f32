import { z } from 'zod';
import { ENTITIES_MAX, ENTITY_MAX_ATTRIBUTES, ENTITY_MAX_INDEXES } from './limits';

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface IndexDefinition {
  readonly name: string;
  readonly partition: readonly string[];
  /** The attribute rows are ordered by; null for `by-key`, which orders by key. */
  readonly range: string | null;
}

export interface EntityDefinition {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: ReadonlyMap<string, IndexDefinition>;
}

export const BY_KEY: IndexDefinition = { name: 'by-key', partition: [], range: null };

const entitySchema = z.strictObject({
  name: z
    .string()
    .min(3)
    .max(60)
    .regex(/^(?![-_.])(?!.*\.\.)[_a-z0-9:\-.]+(?<!\.)$/),
  attributes: z.record(
    z
      .string()
      .max(30)
      .regex(/^[_A-Za-z][_0-9A-Za-z]*$/),
    z.strictObject({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) }),
  ),
  indexes: z
    .array(
      z.union([
        z.string(),
        z.strictObject({
          name: z
            .string()
            .min(3)
            .max(50)
            .regex(/^(?!\.)(?!.*\.\.)[a-zA-Z0-9:\-_.]+(?<!\.)$/),
          partition: z.array(z.string()).min(1).optional(),
          range: z.array(z.string()).length(1),
        }),
      ]),
    )
    .max(ENTITY_MAX_INDEXES)
    .default([]),
});

/**
 * Reads `app.storage.entities`.
 * @throws Error when a declaration breaks a limit or an index names an attribute that is missing or of type any.
 */
export function parseEntities(declared: readonly unknown[]): ReadonlyMap<string, EntityDefinition> {
  if (declared.length > ENTITIES_MAX) throw new Error(`An app can have at most ${ENTITIES_MAX} entities.`);
  const entities = new Map<string, EntityDefinition>();
  for (const entry of declared) {
    const parsed = entitySchema.safeParse(entry);
    if (!parsed.success) throw new Error(`app.storage.entities: ${z.prettifyError(parsed.error)}`);
    const entity = toEntity(parsed.data);
    if (entities.has(entity.name)) throw new Error(`Entity ${entity.name} is declared twice.`);
    entities.set(entity.name, entity);
  }
  return entities;
}

function toEntity(declared: z.infer<typeof entitySchema>): EntityDefinition {
  const attributes = new Map(
    Object.entries(declared.attributes).map(([name, { type }]) => [name, type] as const),
  );
  if (attributes.size > ENTITY_MAX_ATTRIBUTES) {
    throw new Error(`Entity ${declared.name} has more than ${ENTITY_MAX_ATTRIBUTES} attributes.`);
  }
  const indexes = new Map<string, IndexDefinition>([[BY_KEY.name, BY_KEY]]);
  for (const index of declared.indexes) {
    const definition: IndexDefinition =
      typeof index === 'string'
        ? { name: index, partition: [], range: index }
        : { name: index.name, partition: index.partition ?? [], range: index.range[0] ?? null };
    for (const attribute of [...definition.partition, definition.range]) {
      const type = attribute === null ? undefined : attributes.get(attribute);
      if (type === undefined || type === 'any') {
        throw new Error(
          `Index ${definition.name} of ${declared.name} needs a typed attribute, not ${String(attribute)}.`,
        );
      }
    }
    if (indexes.has(definition.name)) {
      throw new Error(`Index ${definition.name} of ${declared.name} is declared twice.`);
    }
    indexes.set(definition.name, definition);
  }
  return { name: declared.name, attributes, indexes };
}
