import fc from 'fast-check';
import { KEY_PATTERN, VALUE_MAX_BYTES } from '../../../src/forge/kvs/limits';
import { answerKvs } from '../../../src/forge/kvs/api';
import { KvsStore } from '../../../src/forge/kvs/store';
import { manifest, START } from '../fixture/host';

const store = (): KvsStore => new KvsStore(manifest.entities, { now: () => START });

/** Sends one request to a fresh store; the body is what would stand on the wire. */
function send(path: string, body: unknown): { status: number; body: { code?: string; message?: string } } {
  const answer = answerKvs(store(), `/api/v1${path}`, JSON.stringify(body));
  return { status: answer.status, body: answer.text === '' ? {} : JSON.parse(answer.text) };
}

const refused = { status: 400, body: { code: 'VALIDATION_ERROR' } };
const promise = (value: object) => send('/entity/set', { entityName: 'promise', key: 'k', value });

test.each([
  ['500 characters', 'k'.repeat(500), 200],
  ['501 characters', 'k'.repeat(501), 400],
  ['every allowed sign', 'aZ0:._ -#', 200],
  ['nothing', '', 400],
  ['blanks only', '   ', 400],
  ['a slash', 'a/b', 400],
  ['an umlaut', 'ä', 400],
  ['an @', 'a@b', 400],
])('a key of %s', (_name, key, status) => {
  expect(send('/set', { key, value: 1 }).status).toBe(status);
});

test('any key outside the pattern is refused, any inside accepted', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (key) => {
      expect(send('/set', { key, value: 1 }).status).toBe(KEY_PATTERN.test(key) ? 200 : 400);
    }),
  );
});

test('240 KiB fit, one byte more does not', () => {
  const room = VALUE_MAX_BYTES - 2;
  expect(send('/set', { key: 'k', value: 'x'.repeat(room) }).status).toBe(200);
  expect(send('/set', { key: 'k', value: 'x'.repeat(room + 1) })).toMatchObject(refused);
  expect(send('/set', { key: 'k', value: 'ä'.repeat(room / 2 + 1) })).toMatchObject(refused);
});

test('31 levels fit, 32 do not', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });
  expect(send('/set', { key: 'k', value: nested(31) }).status).toBe(200);
  expect(send('/set', { key: 'k', value: nested(32) })).toMatchObject(refused);
});

test('null and nothing are no values; null inside an object is', () => {
  expect(send('/set', { key: 'k', value: null })).toMatchObject(refused);
  expect(send('/set', { key: 'k' })).toMatchObject(refused);
  expect(send('/set', { key: 'k', value: { inner: null } }).status).toBe(200);
});

test('a time to live ends at a year', () => {
  const set = (value: number) =>
    send('/set', { key: 'k', value: 1, options: { ttl: { value, unit: 'DAYS' } } });
  expect(set(365).status).toBe(200);
  expect(set(366)).toMatchObject(refused);
  expect(set(0)).toMatchObject(refused);
});

describe('entity attributes', () => {
  test.each([
    ['the largest integer', { version: 2_147_483_647 }, 200],
    ['an integer beyond 32 bits', { version: 2_147_483_648 }, 422],
    ['a fraction for an integer', { version: 1.5 }, 422],
    ['text for an integer', { version: '1' }, 422],
    ['an empty string', { project: '' }, 422],
    ['a blank string', { project: '  ' }, 422],
    ['zero for a float', { weight: 0 }, 200],
    ['a float too small', { weight: 1e-131 }, 422],
    ['a number for a boolean', { open: 1 }, 422],
    ['an object for any', { detail: { deep: [1] } }, 200],
    ['null for any', { detail: null }, 422],
    ['an attribute nobody declared', { other: 1 }, 400],
    ['no attributes', {}, 200],
  ])('%s', (_name, value, status) => {
    expect(promise(value).status).toBe(status);
  });

  test('a value that is no object, and an entity nobody declared, are refused', () => {
    expect(send('/entity/set', { entityName: 'promise', key: 'k', value: [1] })).toMatchObject(refused);
    expect(send('/entity/set', { entityName: 'absent', key: 'k', value: {} })).toMatchObject(refused);
  });

  test('indexed attributes are limited in bytes', () => {
    expect(promise({ project: 'P', due: 'x'.repeat(900) }).status).toBe(200);
    expect(promise({ project: 'P', due: 'x'.repeat(901) })).toMatchObject(refused);
  });
});

describe('transactions and batches', () => {
  const sets = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: 1 }));

  test('25 operations fit, 26 and none do not', () => {
    expect(send('/transaction', { set: sets(25) }).status).toBe(200);
    expect(send('/transaction', { set: sets(26) })).toMatchObject(refused);
    expect(send('/transaction', {})).toMatchObject(refused);
    expect(
      send('/transaction', {
        set: sets(20),
        delete: sets(26)
          .slice(20)
          .map(({ key }) => ({ key })),
      }),
    ).toMatchObject(refused);
  });

  test('a key may appear once in a transaction, whatever it does', () => {
    expect(send('/transaction', { set: [{ key: 'k', value: 1 }], delete: [{ key: 'k' }] })).toMatchObject(
      refused,
    );
  });

  test('4 MB is the most a transaction carries', () => {
    const value = 'x'.repeat(239 * 1024);
    const many = Array.from({ length: 18 }, (_, at) => ({ key: `k${at}`, value }));
    expect(send('/transaction', { set: many.slice(0, 17) }).status).toBe(200);
    expect(send('/transaction', { set: many })).toMatchObject(refused);
  });

  test('conditions need an entity', () => {
    const conditions = { and: [{ property: 'version', condition: 'EQUAL_TO', values: [1] }] };
    expect(send('/transaction', { set: [{ key: 'k', value: 1, conditions }] })).toMatchObject(refused);
  });

  test('25 keys fit a batch; 26, none and a repeated key do not', () => {
    expect(send('/batch/set', sets(25)).status).toBe(200);
    expect(send('/batch/set', sets(26))).toMatchObject(refused);
    expect(send('/batch/get', [])).toMatchObject(refused);
    expect(send('/batch/delete', [{ key: 'k' }, { key: 'k' }])).toMatchObject(refused);
    expect(send('/batch/delete', [{ key: 'k' }, { key: 'k', entityName: 'promise' }]).status).toBe(200);
  });
});

test('an unknown call, member or body is refused instead of ignored', () => {
  expect(send('/entity/count', {})).toMatchObject(refused);
  expect(send('/get', { key: 'k', consistent: true })).toMatchObject(refused);
  expect(answerKvs(store(), '/api/v1/get', '{').status).toBe(400);
});
