import { useState, type ReactNode } from 'react';
import type { CommitmentEntry } from '../../src/contract/answers';
import { Disclosure } from '../ui/disclosure';
import { useText } from '../ui/text';

/** What stayed open in work items that are done: there for whoever looks, in nobody's way. */
export function Completed({
  entries,
  children,
}: {
  entries: readonly CommitmentEntry[];
  children: ReactNode;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  return (
    <Disclosure
      label={t('commitments.inDone', { count: entries.length })}
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      {children}
    </Disclosure>
  );
}
