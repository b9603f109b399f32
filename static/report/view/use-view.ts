import { useCallback, useEffect, useState } from 'react';
import type { Address } from '../../ui/address';
import { formatView, parseView, type ViewState } from './view-state';

/** The reader's choices, kept in the address. */
export function useView(address: Address): readonly [ViewState, (change: Partial<ViewState>) => void] {
  const [view, setView] = useState(() => parseView(address.read()));

  useEffect(() => address.onMove(() => setView(parseView(address.read()))), [address]);
  useEffect(() => {
    const query = formatView(view);
    const written = parseView(address.read());
    if (query === formatView(written)) return;
    if (view.tab === written.tab && view.sheet === written.sheet) address.write(query);
    else address.push(query);
  }, [address, view]);

  const change = useCallback((to: Partial<ViewState>) => setView((now) => ({ ...now, ...to })), []);
  return [view, change];
}
