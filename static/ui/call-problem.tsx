import Button from '@atlaskit/button/default/button';
import type { Again } from '../../src/contract/refusal';
import { clockText } from '../../src/contract/texts/dates';
import type { Problem } from './call';
import { useSurroundings } from './surroundings';
import { Notice } from './notice';
import { Text, useText } from './text';

/** A page or part that could not be loaded: what happened, and what to do. */
export function LoadProblem({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const t = useText();
  if (problem.again) return <WaitNotice again={problem.again} />;
  const retry = (
    <Button spacing="compact" onClick={onRetry}>
      {t('ui.retry')}
    </Button>
  );
  switch (problem.code) {
    case 'connection-lost':
      return (
        <Notice tone="warning" title={t('ui.lostTitle')} actions={retry} urgent>
          <Text id="ui.lostLoading" />
        </Notice>
      );
    case 'not-found':
      return (
        <Notice title={t('ui.notFoundTitle')} actions={retry}>
          <Text id="ui.notFoundBody" />
        </Notice>
      );
    case 'anonymous':
      return (
        <Notice title={t('ui.anonymousTitle')}>
          <Text id="ui.anonymousBody" />
        </Notice>
      );
    case 'unavailable':
      // Whether Jira was silent, refused or did not understand decides what to do: the answer says which.
      return (
        <Notice tone="warning" title={t('ui.unavailableTitle')} actions={retry} urgent>
          {problem.message}
        </Notice>
      );
    case 'busy':
      return (
        <Notice tone="warning" title={t('ui.unavailableTitle')} actions={retry} urgent>
          <Text id="ui.unavailableBody" />
        </Notice>
      );
    default:
      return (
        <Notice tone="error" title={t('ui.failedTitle')} actions={retry} urgent>
          {problem.message}
        </Notice>
      );
  }
}

/** Why a page waits, and until when: it goes on by itself. */
export function WaitNotice({ again: { at, why } }: { again: Again }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const time = clockText(at, locale, timeZone);
  return (
    <Notice title={t('ui.waitTitle')}>
      {why === 'points' ? <Text id="ui.waitPoints" values={{ time }} /> : <Text id="ui.waitElsewhere" />}
    </Notice>
  );
}

/** A change that was not made: why, and that nothing typed is gone. */
export function ActionProblem({
  problem,
  kept,
  onRetry,
  onCheck,
}: {
  problem: Problem;
  kept?: string;
  /** Sends the same once more. What was saved meanwhile is recognised, and not done twice. */
  onRetry?: () => void;
  /** Looks again: whether something was saved is not certain when the line broke. */
  onCheck?: () => void;
}) {
  const t = useText();
  const lost = problem.code === 'connection-lost';
  const loggedOut = problem.code === 'anonymous';
  const passing = lost || loggedOut || problem.code === 'unavailable' || problem.code === 'busy';
  return (
    <Notice
      tone={passing ? 'warning' : 'error'}
      title={t(lost ? 'ui.lostTitle' : loggedOut ? 'ui.loggedOutTitle' : 'ui.notDoneTitle')}
      urgent
      actions={
        <>
          {passing && onRetry && (
            <Button spacing="compact" onClick={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {lost && onCheck && (
            <Button spacing="compact" onClick={onCheck}>
              {t('ui.check')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {lost
          ? t(onRetry ? 'ui.lostSendingAgain' : 'ui.lostSending')
          : loggedOut
            ? t('ui.loggedOutBody')
            : problem.message}
      </p>
      {kept !== undefined && <p>{kept}</p>}
    </Notice>
  );
}

/** A part of the page could not be fetched, or broke; the rest goes on. */
export function PartProblem() {
  const t = useText();
  return (
    <Notice
      tone="warning"
      title={t('ui.partTitle')}
      urgent
      actions={
        <Button spacing="compact" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      }
    >
      <Text id="ui.partBody" />
    </Notice>
  );
}

/** The page met a defect of ours. */
export function Defect() {
  const t = useText();
  return (
    <Notice
      tone="error"
      title={t('ui.defectTitle')}
      urgent
      actions={
        <Button spacing="compact" onClick={() => window.location.reload()}>
          {t('ui.reload')}
        </Button>
      }
    >
      <Text id="ui.defectBody" />
    </Notice>
  );
}
