import { kvs } from '@forge/kvs';
import type { StoredPiece } from '../../app/privacy/ports';
import { array, isRecord, record, string } from '../read';
import { parkedRecord, type Body } from './follow-ups';
import { asking } from './kvs-failure';
import type { Names } from './replace-ids';

/** Under these names the jobs of the queue keep a person, and people by their ids. */
const ONE = 'accountId';
const MANY: ReadonlySet<string> = new Set(['accounts', 'names']);

/** The erasure itself: it is over with its work, and without the ids it could not do it. */
const ERASURE = 'gdpr-erase';

function peopleIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  return Object.entries(record(value)).flatMap(([name, one]) => {
    if (name === ONE) return [string(one)].filter(Boolean);
    return MANY.has(name) ? Object.keys(record(one)) : peopleIn(one);
  });
}

/** People whom parked work is about. */
export const peopleInParked = (value: object): StoredPiece => {
  const { at, bodies } = record(value);
  return { at: string(at), people: peopleIn(bodies) };
};

/** An id within a longer text, such as the key of a notice, and no part of a longer id. */
const within = (id: string): RegExp =>
  new RegExp(`(?<![\\w-])${id.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w-])`, 'g');

/** The same with names in place of ids; what lies under an id as its name goes. */
function renamed(value: unknown, names: Names): unknown {
  if (typeof value === 'string')
    return Object.entries(names).reduce((text, [id, name]) => text.replace(within(id), name), value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn(names, key))
      .map(([key, one]) => [key, renamed(one, names)]),
  );
}

/** Puts names in the place of ids in what waits. What is taken up meanwhile is run, and looks at records that have the names. */
export async function replaceInParked(key: string, names: Names): Promise<boolean> {
  const value = await asking(() => kvs.get<object>(key));
  if (value === undefined) return true;
  const { at, bodies } = record(value);
  const next = array(bodies)
    .filter(isRecord)
    .map((body): Body => (body['kind'] === ERASURE ? body : record(renamed(body, names))));
  await asking(() => kvs.set(key, ...parkedRecord(next, string(at))));
  return true;
}
