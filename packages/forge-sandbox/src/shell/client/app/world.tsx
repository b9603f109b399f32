import { createContext, useContext, type ReactNode } from 'react';
import type { Client } from './http';
import type { SandboxState, User } from './sandbox';
import type { Route } from '../../routes';
import type { Project } from './shapes';

/** What every page knows. */
export interface World {
  readonly client: Client;
  readonly me: User;
  readonly state: SandboxState;
  readonly route: Route;
  /** Projects the person may browse. */
  readonly projects: readonly Project[];
}

const Context = createContext<World | undefined>(undefined);

export const WorldProvider = ({ world, children }: { world: World; children: ReactNode }) => (
  <Context.Provider value={world}>{children}</Context.Provider>
);

export const useWorld = (): World => {
  const world = useContext(Context);
  if (world === undefined) throw new Error('useWorld outside of a WorldProvider');
  return world;
};

/** The display name behind an account id, or the id itself for someone unknown. */
export const useNameOf = (): ((accountId: string) => string) => {
  const { state } = useWorld();
  return (accountId) => state.users.find((user) => user.accountId === accountId)?.displayName ?? accountId;
};
