import { view } from '@forge/bridge';

/** Where the view is kept, so that a reload or a link shows it again. */
export interface Address {
  readonly read: () => string;
  /** Replaces, so that typing a search does not fill the way back. */
  readonly write: (query: string) => void;
  /** Adds a step, so that the way back leads to the view before. */
  readonly push: (query: string) => void;
  /** Tells when the reader goes back or forward; returns how to stop. */
  readonly onMove: (moved: () => void) => () => void;
}

/** A host that does not answer must not keep the report from showing. */
const TIMEOUT_MS = 1500;

const ownFrame: Address = {
  read: () => window.location.hash.slice(1),
  write: (query) => window.history.replaceState(null, '', `#${query}`),
  push: (query) => window.history.pushState(null, '', `#${query}`),
  onMove: (moved) => {
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  },
};

/** The address line of Jira's page; where it is out of reach, the frame's own. */
export async function openAddress(): Promise<Address> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), TIMEOUT_MS));
  const history = await Promise.race([view.createHistory().catch(() => null), late]);
  if (!history) return ownFrame;
  const pathname = history.location.pathname;
  let written = history.location.search;
  const at = (query: string) => ({ pathname, search: query === '' ? '' : `?${query}` });
  return {
    read: () => written,
    write: (query) => {
      written = query;
      history.replace(at(query));
    },
    push: (query) => {
      written = query;
      history.push(at(query));
    },
    onMove: (moved) =>
      history.listen((location, action) => {
        // Our own writing comes back too; only the reader's steps count.
        if (action !== 'POP') return;
        written = location.search;
        moved();
      }),
  };
}
