import { useEffect } from 'react';
import { view } from '@forge/bridge';
import { placeAt } from '../../src/contract/policy-place';

/** How long a part that is fetched later may take to appear. */
const TIMEOUT_MS = 10_000;

/** Once the part stands, the reader does too. */
function goTo(id: string, until: number): void {
  const part = document.getElementById(id);
  if (part) {
    part.scrollIntoView({ block: 'start' });
    part.focus({ preventScroll: true });
  } else if (Date.now() < until) requestAnimationFrame(() => goTo(id, until));
}

/** Takes the reader to the part of the policy that another page pointed at. */
export function useScrollToPart(): void {
  useEffect(() => {
    const take = async () => {
      const history = await view.createHistory();
      const place = placeAt(history.location.pathname);
      if (place) goTo(`hf-${place}`, Date.now() + TIMEOUT_MS);
    };
    // A host without addresses points at nothing.
    take().catch(() => undefined);
  }, []);
}
