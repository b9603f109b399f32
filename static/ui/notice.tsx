import type { ReactNode } from 'react';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';

const looks = {
  information: { Icon: InformationIcon, color: token('color.icon.information') },
  success: { Icon: SuccessIcon, color: token('color.icon.success') },
  warning: { Icon: WarningIcon, color: token('color.icon.warning') },
  error: { Icon: ErrorIcon, color: token('color.icon.danger') },
};

/**
 * Something the reader should know, where it matters: what happened, what was kept, what to do.
 * Looks like Atlaskit's section message at a tenth of its weight on the first paint.
 */
export function Notice({
  tone = 'information',
  title,
  heading: Heading = 'h2',
  children,
  actions,
  urgent = false,
}: {
  tone?: keyof typeof looks;
  title?: ReactNode;
  /** Where it stands within a form, its title is one of the form's own. */
  heading?: 'h2' | 'h4';
  children?: ReactNode;
  actions?: ReactNode;
  /** Spoken at once by screen readers: the result of something the reader just did. */
  urgent?: boolean;
}) {
  const { Icon, color } = looks[tone];
  return (
    <section className={`hf-notice hf-notice-${tone}`} {...(urgent && { role: 'alert' })}>
      <span className="hf-notice-icon">
        <Icon label="" color={color} />
      </span>
      <div className="hf-notice-body">
        {title !== undefined && <Heading className="hf-notice-title">{title}</Heading>}
        {children !== undefined && <div>{children}</div>}
        {actions && <div className="hf-actions">{actions}</div>}
      </div>
    </section>
  );
}
