import { kvs, WhereConditions } from '@forge/kvs';
import { Unavailable } from '../unavailable';
import type { PersonalData } from '../../app/privacy/ports';
import { erasedId } from '../../domain/erased';
import { asking, askingWholePage } from './kvs-failure';
import { places, type Place } from './personal-places';
import { nextNumber } from './pseudonym-numbers';
import { mentions } from './replace-ids';

const ATTEMPTS = 5;
/** An erasure is done in minutes; what it remembers meanwhile ends by itself if it never is. */
const REMEMBERED_DAYS = 14;

interface Page {
  readonly place: Place;
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
  readonly next?: string;
}

function entitiesAt(entity: string, limit: number, cursor: string) {
  const query = kvs.entity<object>(entity).query().index('by-key').limit(limit);
  return (cursor === '' ? query : query.cursor(cursor)).getMany();
}

function plainAt(prefix: string, limit: number, cursor: string) {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(limit);
  return (cursor === '' ? query : query.cursor(cursor)).getMany<object>();
}

/** A cursor names the place by its number, and Forge's own cursor in it. */
async function pageAt(cursor = '0:'): Promise<Page | undefined> {
  const split = cursor.indexOf(':');
  const at = Number(cursor.slice(0, split));
  const inner = cursor.slice(split + 1);
  const place = places[at];
  if (!place) return undefined;
  const { results, nextCursor } = await askingWholePage((limit) =>
    'entity' in place ? entitiesAt(place.entity, limit, inner) : plainAt(place.prefix, limit, inner),
  );
  const next = nextCursor === undefined ? `${at + 1}:` : `${at}:${nextCursor}`;
  return { place, results, ...((nextCursor !== undefined || places[at + 1]) && { next }) };
}

const erasing = (accountId: string): string => `erasing:${accountId}`;

/** Everything stored that names people, through Forge's key index: what was written a moment ago may be missing. */
export const personalData: PersonalData = {
  async page(cursor) {
    const page = await pageAt(cursor);
    return {
      // The place knows what lies in its own entity.
      pieces: await Promise.all(
        page?.results.map(async ({ value }) => page.place.piece(value as never)) ?? [],
      ),
      ...(page?.next !== undefined && { next: page.next }),
    };
  },

  async replace(names, cursor) {
    const page = await pageAt(cursor);
    for (const { key, value } of page?.results ?? []) {
      if (!mentions(value, names)) continue;
      let done = false;
      for (let attempt = 1; !done && attempt <= ATTEMPTS; attempt += 1) {
        done = (await page?.place.replace(key, names)) ?? true;
      }
      if (!done) throw new Unavailable('storage', 'a record is busy');
    }
    return page?.next === undefined ? {} : { next: page.next };
  },

  async pseudonym(accountId) {
    const known = await asking(() => kvs.get<string>(erasing(accountId)));
    if (known !== undefined) return known;
    const name = erasedId(await nextNumber());
    try {
      await kvs.set(erasing(accountId), name, {
        keyPolicy: 'FAIL_IF_EXISTS',
        ttl: { value: REMEMBERED_DAYS, unit: 'DAYS' },
      });
      return name;
    } catch {
      const rival = await asking(() => kvs.get<string>(erasing(accountId)));
      if (rival === undefined) throw new Unavailable('storage', 'set failed');
      return rival;
    }
  },

  async forget(accountIds) {
    for (const accountId of accountIds) await asking(() => kvs.delete(erasing(accountId)));
  },
};
