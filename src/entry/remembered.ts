/** What an instance remembers of one site's projects, by project key. */
export interface Remembered<T> {
  of(projectKey: string): T | undefined;
  remember(projectKey: string, value: T): void;
}

/**
 * A memory for as long as the instance lives, of those projects that were met last, so many at most. Forge may serve
 * several sites from one instance: nothing is remembered, or told, where the platform does not say which site it is.
 */
export function rememberedBySite<T>(most: number): (site: string) => Remembered<T> {
  // In the order in which they were last met.
  const values = new Map<string, T>();
  return (site) => {
    if (site === '') return { of: () => undefined, remember: () => undefined };
    const keyOf = (projectKey: string): string => `${site} ${projectKey}`;
    return {
      of: (projectKey) => values.get(keyOf(projectKey)),
      remember(projectKey, value) {
        values.delete(keyOf(projectKey));
        values.set(keyOf(projectKey), value);
        const [oldest] = values.keys();
        if (values.size > most && oldest !== undefined) values.delete(oldest);
      },
    };
  };
}
