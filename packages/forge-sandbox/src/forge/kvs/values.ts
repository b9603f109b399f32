import type { AttributeType, EntityDefinition } from './entities';
import { invalid, unprocessable } from './errors';
import {
  FLOAT_MAX_MAGNITUDE,
  FLOAT_MIN_MAGNITUDE,
  INDEX_PARTITION_MAX_BYTES,
  INDEX_RANGE_MAX_BYTES,
  INTEGER_MAX,
  INTEGER_MIN,
  KEY_MAX_LENGTH,
  KEY_PATTERN,
  VALUE_MAX_BYTES,
  VALUE_MAX_DEPTH,
} from './limits';

export type Attributes = Readonly<Record<string, unknown>>;

export function checkKey(key: string): void {
  if (key.length > KEY_MAX_LENGTH) throw invalid(`The key is longer than ${KEY_MAX_LENGTH} characters.`);
  if (!KEY_PATTERN.test(key)) throw invalid(`The key does not match ${KEY_PATTERN.source}.`);
}

/** Checks what is stored under any key, entity or not. Null inside an object is JSON and stays. */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw invalid('The value must not be null or undefined.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > VALUE_MAX_BYTES)
    throw invalid(`The value takes ${bytes} bytes; the limit is ${VALUE_MAX_BYTES}.`);
  if (depthOf(value) > VALUE_MAX_DEPTH)
    throw invalid(`The value is nested deeper than ${VALUE_MAX_DEPTH} levels.`);
}

/** Checks an entity's value against its declaration and returns it as a record of attributes. */
export function checkEntityValue(entity: EntityDefinition, value: unknown): Attributes {
  checkValue(value);
  if (!isRecord(value)) throw invalid(`A value of entity ${entity.name} must be an object.`);
  for (const [name, attribute] of Object.entries(value)) {
    const type = entity.attributes.get(name);
    if (type === undefined) throw invalid(`Entity ${entity.name} has no attribute ${name}.`);
    const problem = attributeProblem(type, attribute);
    if (problem !== undefined) throw unprocessable(`Attribute ${name} of entity ${entity.name} ${problem}.`);
  }
  checkIndexSizes(entity, value);
  return value;
}

/** Why a value does not fit an attribute type, as the end of a sentence; undefined when it fits. */
export function attributeProblem(type: AttributeType, value: unknown): string | undefined {
  switch (type) {
    case 'string':
      if (typeof value !== 'string') return 'must be a string';
      return value.trim() === '' ? 'must contain a character other than blanks' : undefined;
    case 'integer':
      return typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= INTEGER_MIN &&
        value <= INTEGER_MAX
        ? undefined
        : 'must be a 32-bit signed integer';
    case 'float': {
      const magnitude = typeof value === 'number' ? Math.abs(value) : NaN;
      return magnitude === 0 || (magnitude >= FLOAT_MIN_MAGNITUDE && magnitude <= FLOAT_MAX_MAGNITUDE)
        ? undefined
        : 'must be a number within the float range';
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'any':
      return value === null ? 'must not be null' : undefined;
  }
}

function checkIndexSizes(entity: EntityDefinition, value: Attributes): void {
  for (const index of entity.indexes.values()) {
    if (index.range !== null && bytesOf(value[index.range]) > INDEX_RANGE_MAX_BYTES) {
      throw invalid(`The range of index ${index.name} takes more than ${INDEX_RANGE_MAX_BYTES} bytes.`);
    }
    const partition = index.partition.reduce((sum, attribute) => sum + bytesOf(value[attribute]), 0);
    if (partition > INDEX_PARTITION_MAX_BYTES) {
      throw invalid(
        `The partition of index ${index.name} takes more than ${INDEX_PARTITION_MAX_BYTES} bytes.`,
      );
    }
  }
}

function bytesOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(String(value));
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) {
    deepest = Math.max(deepest, depthOf(inner));
    if (deepest > VALUE_MAX_DEPTH) break;
  }
  return deepest + 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
