import { itemCalls } from '../../../src/contract/calls/item-calls';
import { decide } from '../../../src/domain/charter/decide';
import type { CharterCommand } from '../../../src/domain/charter/commands';
import { replay } from '../../../src/domain/charter/evolve';
import { siteDefault } from '../../../src/domain/policy/policy';
import { answersOf } from '../../support/answers-of';
import { NOW } from '../../support/charter-spec';
import { agreementScenes } from '../../support/field-scenes/agreements';
import { otherScenes } from '../../support/field-scenes/others';
import type { Payload, Scene } from '../../support/field-scenes/parts';
import { people } from '../../support/people';

/** What is written of a schema, as far as it is walked through here. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly _zod: { readonly def: Def };
}

/** Every field of an input that holds a value, by its path: `needs[].what`. */
function fieldsOf(schema: Schema, path = ''): readonly string[] {
  const { shape, innerType, element, options } = schema._zod.def;
  if (shape) {
    return Object.entries(shape).flatMap(([field, inner]) =>
      fieldsOf(inner, path === '' ? field : `${path}.${field}`),
    );
  }
  if (innerType) return fieldsOf(innerType, path);
  if (element) return fieldsOf(element, `${path}[]`);
  if (options) return [...new Set(options.flatMap((one) => fieldsOf(one, path)))];
  return [path];
}

const scenes: Readonly<Record<string, Scene>> = { ...agreementScenes, ...otherScenes };

/** Says how much of the history a screen shows, and is not kept. */
const NOT_KEPT = ['seen'];

/** Is read by the record of the work item it names (`test/sandbox/acceptance/ending.test.ts`). */
const READ_ELSEWHERE = ['agreement/settle toIssueKey'];

/** Of its two values one is refused, whatever holds (`test/unit/domain/charter/vital.test.ts`). */
const ONE_OF_TWO = ['vital/set vital'];

/** The answers once the command was given with an input. */
function answersAfter({ command, given, by }: Scene, payload: Payload): string {
  const decided = decide(replay(given), { ...payload, type: command } as CharterCommand, {
    actor: { accountId: by, canEdit: true, administers: true },
    people,
    issueKey: 'EXP-1',
    policy: siteDefault,
    now: NOW,
  });
  if (!decided.ok) throw new Error(`${command} is refused: ${JSON.stringify(decided.error)}`);
  // Both forks happen at one moment, so what differs is the field.
  return answersOf([...given, ...decided.value], NOW);
}

const cases = itemCalls
  .filter(({ key }) => key !== 'reminder/send')
  .flatMap((call) =>
    fieldsOf(call.input() as unknown as Schema)
      .filter((field) => !NOT_KEPT.includes(field))
      .map((field) => [call.key, field] as const)
      .filter(([key, field]) => ![...READ_ELSEWHERE, ...ONE_OF_TWO].includes(`${key} ${field}`)),
  );

it('knows how every command is given', () => {
  expect(new Set(cases.map(([key]) => key)).size).toBeGreaterThan(25);
  expect(cases.filter(([key, field]) => scenes[key]?.fields[field] === undefined)).toEqual([]);
});

it.each(cases)('%s: two charters that differ in %s alone are told apart by some answer', (key, field) => {
  const scene = scenes[key];
  const pair = scene?.fields[field];
  if (!scene || !pair) throw new Error(`no scene for ${field} of ${key}`);
  const [one, other] = pair.map((payload) => answersAfter(scene, payload));
  expect(one === other).toBe(false);
});
