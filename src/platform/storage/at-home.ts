import type { Home, ProjectPlace } from '../../app/policy/ports';

/** How often it is looked for what went to another key between two reads. */
const LOOKS = 4;

export interface AtHome<T> {
  readonly found: T | undefined;
  readonly home: Home;
}

/**
 * What projects keep, by the key each was asked by and wherever it lies: one read, another only where a project keeps it
 * under a key it had, and where it is not there either, again, since it may have gone on meanwhile.
 *
 * @param read what lies under these keys, all at once
 * @param homeOf the other key under which it lies, by what was found under the one it has; undefined where it is that one
 * @param isOwn whether what was found under that other key is the project's
 */
export async function atHome<T>(
  places: readonly ProjectPlace[],
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  homeOf: (found: T, projectKey: string, projectId: string | null) => string | undefined,
  isOwn: (found: T, projectId: string | null) => boolean,
): Promise<ReadonlyMap<string, AtHome<T>>> {
  const asked = Promise.all(places.map(async ({ id }) => await id));
  const answers = new Map<string, AtHome<T>>();
  let open = [...new Set(places.map(({ project }) => project))];
  for (let look = 1; open.length > 0 && look <= LOOKS; look += 1) {
    const [here, known] = await Promise.all([read(open), asked]);
    const ids = new Map(places.map(({ project }, at) => [project, known[at] ?? null]));
    const elsewhere = new Map<string, string>();
    for (const key of open) {
      const found = here.get(key);
      const former = found === undefined ? undefined : homeOf(found, key, ids.get(key) ?? null);
      if (former === undefined) answers.set(key, { found, home: { liesUnder: key } });
      // Looked for there already.
      else if (answers.get(key)?.home.liesUnder !== former) elsewhere.set(key, former);
    }
    const there = elsewhere.size === 0 ? undefined : await read([...new Set(elsewhere.values())]);
    open = [...elsewhere].flatMap(([key, former]) => {
      const found = there?.get(former);
      answers.set(key, { found, home: { liesUnder: former } });
      return found !== undefined && isOwn(found, ids.get(key) ?? null) ? [] : [key];
    });
  }
  return answers;
}
