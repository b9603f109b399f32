import { z } from 'zod';
import type { Command } from './frame-host';

const target = z.union([
  z.string().transform((path) => new URL(path, 'http://app.invalid')),
  z
    .object({ pathname: z.string(), search: z.string().default(''), hash: z.string().default('') })
    .transform(({ pathname, search, hash }) => new URL(`${pathname}${search}${hash}`, 'http://app.invalid')),
]);

const readState = (): unknown => window.history.state;

/**
 * `view.createHistory()`: the app's own paths appended to the address of its page.
 * @param base the page's path without the app's part and without a trailing slash
 */
export const createHistoryCommand = (base: string): Command => {
  const read = () => ({
    pathname: window.location.pathname.slice(base.length) || '/',
    search: window.location.search,
    hash: window.location.hash,
    state: readState(),
  });
  const listeners = new Set<(location: unknown, action: string) => unknown>();
  const tell = (action: string) => {
    for (const listener of listeners) void listener(read(), action);
  };
  window.addEventListener('popstate', () => tell('POP'));
  const change = (how: 'pushState' | 'replaceState', action: string) => (to: unknown, state?: unknown) => {
    const { pathname, search, hash } = target.parse(to);
    window.history[how](state ?? null, '', `${base}${pathname === '/' ? '' : pathname}${search}${hash}`);
    tell(action);
  };
  return () => ({
    action: 'POP',
    location: read(),
    push: change('pushState', 'PUSH'),
    replace: change('replaceState', 'REPLACE'),
    go: (steps: unknown) => window.history.go(Number(steps)),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    listen: (listener: unknown) => {
      if (typeof listener !== 'function') throw new Error('history.listen takes a function.');
      const hear = (location: unknown, action: string): unknown =>
        Reflect.apply(listener, undefined, [location, action]);
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  });
};
