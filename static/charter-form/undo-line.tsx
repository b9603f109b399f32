import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CharterAnswer } from '../../src/contract/answers';
import { isBefore } from '../../src/domain/time/time';
import { ActionProblem } from '../ui/call-problem';
import type { Problem } from '../ui/call';
import { MomentText } from '../ui/date-text';
import { Text, useText } from '../ui/text';
import { useFormContext } from './form-context';

/** That the reader's last step on a promise, or on who owns the work where none is named, can be undone yet. */
export function UndoLine({
  undo = [],
  agreementId,
  about,
}: {
  undo: CharterAnswer['undo'] | undefined;
  agreementId?: string;
  /** What the step was about, for who hears the button alone. */
  about: string;
}) {
  const t = useText();
  const { now, send } = useFormContext();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const slip = undo.find((one) => one.agreementId === agreementId && isBefore(now, one.until));
  if (!slip) return null;
  const take = async () => {
    setBusy(true);
    const said = t('agreement.saidUndone');
    const failed = await (agreementId === undefined
      ? send('dri/undo', {}, said)
      : send('agreement/undo', { agreementId }, said));
    setBusy(false);
    setProblem(failed);
  };
  return (
    <div className="hf-note">
      {problem && <ActionProblem problem={problem} />}
      <Text id="agreement.undoLine" values={{ time: <MomentText at={slip.until} exact /> }} />{' '}
      <Button
        spacing="compact"
        appearance="subtle"
        isLoading={busy}
        aria-label={`${t('agreement.undo')}: ${about}`}
        onClick={() => void take()}
      >
        {t('agreement.undo')}
      </Button>
    </div>
  );
}
