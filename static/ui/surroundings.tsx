import { createContext, useContext } from 'react';
import type { FullContext } from '@forge/bridge';
import { localDate } from '../../src/domain/time/local-date';
import type { AccountId, Instant, IsoDate, TimeZone } from '../../src/domain/values';

/** What Jira told the page about where it stands and who looks at it. */
export interface Surroundings {
  readonly accountId: AccountId | undefined;
  readonly locale: string;
  readonly timeZone: TimeZone;
  readonly siteUrl: string;
  /** The module's own part of the context, as it came. */
  readonly extension: Readonly<Record<string, unknown>>;
}

export function surroundingsFrom(context: FullContext | undefined, locale: string): Surroundings {
  return {
    accountId: context?.accountId,
    locale,
    timeZone: context?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    siteUrl: context?.siteUrl ?? '',
    extension: context?.extension ?? {},
  };
}

const Here = createContext<Surroundings>(surroundingsFrom(undefined, 'en'));
export const SurroundingsProvider = Here.Provider;
export const useSurroundings = (): Surroundings => useContext(Here);

const Now = createContext<Instant | null>(null);
/** The backend's clock, from its answers: what the gate goes by, whatever the reader's computer says. */
export const NowProvider = Now.Provider;
export const useNow = (): Instant => useContext(Now) ?? new Date().toISOString();

/** Today in the reader's zone by the backend's clock. */
export function useToday(): IsoDate {
  const { timeZone } = useSurroundings();
  return localDate(useNow(), timeZone);
}
