import type { ReactNode } from 'react';

/** Nothing here: says why, and offers the way on. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="hf-empty">
      <h3 className="hf-empty-title">{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="hf-actions hf-actions-centred">{actions}</div>}
    </div>
  );
}
