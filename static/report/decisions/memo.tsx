import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { momentText } from '../../../src/contract/texts/dates';
import { useSurroundings } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { useLatest } from '../../ui/use-latest';
import '../items/print/print.css';

/** The register on paper, shown to the printer alone. */
export function Memo({
  projectKey,
  now,
  onDone,
  children,
}: {
  projectKey: string;
  now: string | null;
  onDone: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const done = useLatest(onDone);
  useEffect(() => {
    // The page is drawn by now; a browser that prints at once comes back at once.
    const end = () => done.current?.();
    window.addEventListener('afterprint', end, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', end);
  }, [done]);
  return createPortal(
    <div className="hf-print">
      <h1>{t('decisions.memoTitle', { project: projectKey })}</h1>
      <p>{now !== null && momentText(now, now, locale, timeZone)}</p>
      {children}
    </div>,
    document.body,
  );
}
