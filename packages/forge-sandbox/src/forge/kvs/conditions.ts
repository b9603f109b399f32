import type { AttributeType, EntityDefinition } from './entities';
import { invalid, unprocessable } from './errors';
import { QUERY_MAX_CONDITIONS } from './limits';
import type { Condition, ConditionFilter } from './requests';
import { attributeProblem, type Attributes } from './values';

type Operator = Condition['condition'];
export type Scalar = string | number | boolean;

/** Which attribute types each condition takes, as the query page of the documentation tabulates them. */
const SUPPORTED: Readonly<Record<Operator, readonly AttributeType[]>> = {
  BEGINS_WITH: ['string'],
  BETWEEN: ['string', 'integer', 'float'],
  EQUAL_TO: ['string', 'integer', 'float', 'boolean'],
  NOT_EQUAL_TO: ['string', 'integer', 'float', 'boolean'],
  GREATER_THAN: ['string', 'integer', 'float'],
  GREATER_THAN_EQUAL_TO: ['string', 'integer', 'float'],
  LESS_THAN: ['string', 'integer', 'float'],
  LESS_THAN_EQUAL_TO: ['string', 'integer', 'float'],
  CONTAINS: ['string'],
  NOT_CONTAINS: ['string'],
  EXISTS: ['string', 'integer', 'float', 'boolean'],
  NOT_EXISTS: ['string', 'integer', 'float', 'boolean'],
};

/** @throws KvsRefusal when a condition names no attribute, one of type any, or a value of another type. */
export function checkFilter(entity: EntityDefinition, filter: ConditionFilter): void {
  const conditions = conditionsOf(filter);
  if (conditions.length > QUERY_MAX_CONDITIONS)
    throw invalid(`More than ${QUERY_MAX_CONDITIONS} conditions.`);
  for (const condition of conditions) {
    const type = entity.attributes.get(condition.property);
    if (type === undefined) throw invalid(`Entity ${entity.name} has no attribute ${condition.property}.`);
    checkCondition(type, condition, condition.property);
  }
}

/** Checks one condition against the type it is applied to. */
export function checkCondition(
  type: AttributeType,
  condition: Omit<Condition, 'property'>,
  name: string,
): void {
  const { condition: operator, values } = condition;
  if (!SUPPORTED[operator].includes(type)) {
    throw unprocessable(`${operator} cannot be used on ${name}, which is of type ${type}.`);
  }
  if (values.length !== (operator === 'BETWEEN' ? 2 : 1))
    throw invalid(`${operator} has the wrong number of values.`);
  if (operator === 'EXISTS' || operator === 'NOT_EXISTS') return;
  for (const value of values) {
    const problem = attributeProblem(type, value);
    if (problem !== undefined) throw unprocessable(`The value that ${name} is compared with ${problem}.`);
  }
}

/** Whether a record (undefined: no record) meets a filter. */
export function meetsFilter(filter: ConditionFilter, record: Attributes | undefined): boolean {
  const conditions = conditionsOf(filter);
  const meets = (condition: Condition): boolean => meetsCondition(condition, record?.[condition.property]);
  return 'and' in filter ? conditions.every(meets) : conditions.some(meets);
}

function meetsCondition({ condition, values }: Condition, actual: unknown): boolean {
  const [first, second] = values;
  if (first === undefined) return false;
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    // A missing attribute is unequal to every value and contains none, as in the store underneath Forge.
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'NOT_CONTAINS':
      return typeof actual !== 'string' || !actual.includes(String(first));
    case 'CONTAINS':
      return typeof actual === 'string' && actual.includes(String(first));
    case 'BEGINS_WITH':
      return typeof actual === 'string' && actual.startsWith(String(first));
    case 'EQUAL_TO':
      return actual === first;
    case 'GREATER_THAN':
      return isScalar(actual) && compareScalars(actual, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return isScalar(actual) && compareScalars(actual, first) >= 0;
    case 'LESS_THAN':
      return isScalar(actual) && compareScalars(actual, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return isScalar(actual) && compareScalars(actual, first) <= 0;
    case 'BETWEEN':
      return (
        second !== undefined &&
        isScalar(actual) &&
        compareScalars(actual, first) >= 0 &&
        compareScalars(actual, second) <= 0
      );
  }
}

export function compareScalars(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function conditionsOf(filter: ConditionFilter): readonly Condition[] {
  return 'and' in filter ? filter.and : filter.or;
}
