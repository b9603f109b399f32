import { CheckIcon, CrossIcon, InfoIcon, WarningIcon } from './icons';
import { closeFlag, useAnnouncement, useFlags, type Flag } from './live';
import { Button } from './ui';

const ICONS = { info: InfoIcon, success: CheckIcon, warning: WarningIcon, error: WarningIcon } as const;

const FlagCard = ({ flag }: { flag: Flag }) => {
  const Icon = ICONS[flag.kind];
  return (
    <li className={`flag flag-${flag.kind}`}>
      <span className="flag-icon">
        <Icon />
      </span>
      <div className="flag-text">
        <p className="flag-title">{flag.title}</p>
        {flag.description && <p className="as-written">{flag.description}</p>}
        {flag.actions && flag.actions.length > 0 && (
          <div className="button-row">
            {flag.actions.map(({ text, onClick }) => (
              <Button key={text} look="subtle" onClick={() => void onClick()}>
                {text}
              </Button>
            ))}
          </div>
        )}
      </div>
      <Button look="icon" aria-label={`Dismiss: ${flag.title}`} onClick={() => closeFlag(flag.id)}>
        <CrossIcon />
      </Button>
    </li>
  );
};

/** The corner where flags pile up, and the unseen region that says results aloud. */
export const Flags = () => {
  const flags = useFlags();
  const announcement = useAnnouncement();
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </div>
      <section className="flags" aria-label="Notifications" aria-live="polite">
        {flags.length > 0 && (
          <ul>
            {flags.map((flag) => (
              <FlagCard key={flag.id} flag={flag} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
};
