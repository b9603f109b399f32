import { useEffect, useRef, useState } from 'react';
import { OPEN, SHOW } from '../../src/contract/commitment-ref';
import type { CommitmentEntry } from '../../src/contract/answers';
import { openAddress } from '../ui/address';
import type { CommitmentsContextValue } from './commitments-context';
import { onlyForm } from './model/entries';

/** Where a line stands on the page. */
export const lineId = (ref: string): string => `hf-line-${ref}`;

/** Whether the address names this part of the page; it names none once it was read. */
export async function namesPart(part: string): Promise<boolean> {
  const address = await openAddress();
  const query = new URLSearchParams(address.read());
  if (query.get(SHOW) !== part) return false;
  query.delete(SHOW);
  address.write(query.toString());
  return true;
}

/** The line that the address names; it names none once it was read, so that a reload opens nothing. */
async function readNamed(): Promise<string | null> {
  const address = await openAddress();
  const query = new URLSearchParams(address.read());
  const ref = query.get(OPEN);
  if (ref === null) return null;
  query.delete(OPEN);
  address.write(query.toString());
  return ref;
}

/**
 * Opens the line that the address names, once it is there: its form, or, where a yes is enough, the line itself. The
 * address changes nothing else.
 *
 * @returns whether a mail led to something that waits for nobody any more
 */
export function useNamedLine(
  entries: readonly CommitmentEntry[],
  complete: boolean,
  page: CommitmentsContextValue,
): boolean {
  const [named, setNamed] = useState<string | null>(null);
  const done = useRef(false);
  useEffect(() => {
    void readNamed().then(setNamed);
  }, []);
  const entry = entries.find(({ ref }) => ref === named);
  useEffect(() => {
    if (!entry || done.current) return;
    done.current = true;
    const kind = onlyForm(entry, page);
    if (kind) page.open(entry.ref, kind);
    const line = document.getElementById(lineId(entry.ref));
    line?.scrollIntoView({ block: 'center' });
    line?.focus();
  });
  return named !== null && complete && !entry && !done.current;
}
