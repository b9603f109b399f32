import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { momentText } from '../../src/contract/texts/dates';
import { useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useLatest } from '../ui/use-latest';
import { LineTable } from './line-table';
import type { Group } from './model/groups';
import type { Loaded } from './model/load';
import type { Grouping } from './model/view';
import { Summary } from './summary';
import '../report/items/print/print.css';

/** The portfolio on paper: black on white, shown to the printer alone. */
export function Printed({
  groups,
  by,
  loaded,
  onDone,
}: {
  groups: readonly Group[];
  by: Grouping;
  loaded: Loaded;
  onDone: () => void;
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
  const isDone = loaded.state.kind === 'done';
  return createPortal(
    <div className="hf-print hf-portfolio-print">
      <h1>{t('portfolio.title')}</h1>
      <p>{loaded.now !== null && momentText(loaded.now, loaded.now, locale, timeZone)}</p>
      <Summary lines={groups.flatMap(({ lines }) => lines)} />
      {!isDone && <p>{t('portfolio.soFar')}</p>}
      <LineTable groups={groups} by={by} />
    </div>,
    document.body,
  );
}
