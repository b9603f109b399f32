import type { KeyboardEvent } from 'react';
import './tabs.css';

interface TabsProps<Tab extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly tab: Tab; readonly name: string }[];
  readonly current: Tab;
  readonly onShow: (tab: Tab) => void;
}

/** Links in all but name: the frame has no address of its own to give them. Arrow keys go from one to the next. */
export function Tabs<Tab extends string>({ label, tabs, current, onShow }: TabsProps<Tab>) {
  return (
    <nav className="hf-tabs" aria-label={label}>
      {tabs.map(({ tab, name }) => (
        <button
          key={tab}
          type="button"
          className="hf-tab"
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => onShow(tab)}
          onKeyDown={moveAlong}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

/** Moves the focus along the views, around both ends, as the reading direction has it. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const { currentTarget, key } = event;
  const tabs = [...(currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const at = tabs.indexOf(currentTarget);
  const onward = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1;
  const to = { Home: 0, End: -1, ArrowLeft: at - onward, ArrowRight: at + onward }[key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}
