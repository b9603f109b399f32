import { useSyncExternalStore } from 'react';
import type { ColorMode } from '../host/context';

export type Theme = 'light' | 'dark' | 'system';

const read = (name: string): string | undefined => {
  const pair = document.cookie.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1));
};
const write = (name: string, value: string) => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
};

/** The person the browser acts as; unknown until one was chosen. */
export const chosenUser = (): string | undefined => read('sandbox.user');
export const chooseUser = (accountId: string): void => write('sandbox.user', accountId);

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export const chosenTheme = (): Theme => {
  const theme = read('sandbox.theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

const resolved = (): ColorMode => {
  const theme = chosenTheme();
  return theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme;
};

const apply = () => {
  document.documentElement.dataset['colorMode'] = resolved();
  for (const listener of listeners) listener();
};
systemDark.addEventListener('change', apply);

/** Keeps the choice and repaints the shell and, through {@link useColorMode}, its frames. */
export const chooseTheme = (theme: Theme): void => {
  write('sandbox.theme', theme);
  apply();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useColorMode = (): ColorMode => useSyncExternalStore(subscribe, resolved);
export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosenTheme);
