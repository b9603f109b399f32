import type { CSSProperties, ReactNode } from 'react';

/** As many columns of the same width as have room, none narrower than `least` (a CSS length). */
export function Columns({
  as: Element = 'div',
  least,
  label,
  children,
}: {
  as?: 'div' | 'ul' | 'ol';
  least: string;
  label?: string;
  children: ReactNode;
}) {
  return (
    <Element
      className="hf-columns"
      style={{ '--hf-column': least } as CSSProperties}
      {...(Element !== 'div' && { role: 'list' })}
      aria-label={label}
    >
      {children}
    </Element>
  );
}
