import { useEffect, useRef, useState } from 'react';
import type { Section } from './panel-context';

/** Where the focus goes when what had it has gone. */
export const headingId = (section: Section): string => `hf-heading-${section}`;

/** Remembers what had the focus, and gives it back: to the same element, or to its section where that has gone. */
export function useFocusReturn(): {
  readonly remember: (section: Section) => void;
  /** Once the page shows what came of it. */
  readonly giveBack: () => void;
} {
  const opener = useRef<HTMLElement | null>(null);
  const home = useRef<Section>('gate');
  const wanted = useRef(false);
  const [, setTurn] = useState(0);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const active = document.activeElement;
    if (active && active !== document.body) return;
    const target = opener.current?.isConnected
      ? opener.current
      : document.getElementById(headingId(home.current));
    target?.focus();
  });
  return {
    remember: (section) => {
      const active = document.activeElement;
      opener.current = active instanceof HTMLElement ? active : null;
      home.current = section;
    },
    giveBack: () => {
      wanted.current = true;
      setTurn((turn) => turn + 1);
    },
  };
}
