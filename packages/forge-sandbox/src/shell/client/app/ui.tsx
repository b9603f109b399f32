import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { avatarColour, initials } from '../../avatar-colour';
import type { Status } from './shapes';
import { WarningIcon } from './icons';

/** A person's initials on a colour of their own. `labelled` when no name stands beside it. */
export const Avatar = ({
  name,
  size = 24,
  labelled = false,
}: {
  name: string;
  size?: 20 | 24 | 32;
  labelled?: boolean;
}) => (
  <span
    className={`avatar avatar-${size} avatar-${avatarColour(name)}`}
    {...(labelled ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
  >
    {initials(name)}
  </span>
);

export const NobodyAvatar = () => (
  <span className="avatar avatar-24 avatar-nobody" role="img" aria-label="Unassigned" title="Unassigned">
    <svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <circle cx="8" cy="5.5" r="3" />
      <path d="M2.5 14c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5h-11Z" />
    </svg>
  </span>
);

export type LozengeKind = 'default' | 'inprogress' | 'success' | 'new' | 'removed' | 'moved';

export const Lozenge = ({ kind = 'default', children }: { kind?: LozengeKind; children: ReactNode }) => (
  <span className={`lozenge lozenge-${kind}`}>{children}</span>
);

const STATUS_KINDS: Readonly<Record<string, LozengeKind>> = { indeterminate: 'inprogress', done: 'success' };
export const statusKind = (status: Status): LozengeKind =>
  STATUS_KINDS[status.statusCategory.key] ?? 'default';

export const StatusLozenge = ({ status }: { status: Status }) => (
  <Lozenge kind={statusKind(status)}>{status.name}</Lozenge>
);

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'default' | 'primary' | 'subtle' | 'danger' | 'icon';
};
export const Button = ({ look = 'default', className = '', type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={`button button-${look} ${className}`.trim()} {...rest} />
);

/** Grey shapes in place of content that is on its way. */
export const Skeleton = ({ lines = 3, label }: { lines?: number; label: string }) => (
  <div className="skeleton" role="status">
    <span className="visually-hidden">{label}</span>
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} className="skeleton-line" style={{ width: `${[92, 76, 84, 60][line % 4]}%` }} />
    ))}
  </div>
);

export const Failure = ({ what, error, retry }: { what: string; error: Error; retry?: () => unknown }) => (
  <div className="message message-error" role="alert">
    <WarningIcon />
    <div>
      <p className="message-title">{what}</p>
      <p className="as-written">{error.message}</p>
      {retry && <Button onClick={() => void retry()}>Try again</Button>}
    </div>
  </div>
);
