import { useState } from 'react';
import type { ReportAct } from '../../../../src/contract/report-acts';
import type { ReportItem } from '../../../../src/contract/answers';
import { useAnnounce } from '../../../ui/announcer';
import { flag } from '../../../ui/flags';
import type { People } from '../../../ui/person';
import { useText } from '../../../ui/text';
import type { Row } from '../../rows/row';
import { ActForm } from './act-form';
import { actOn, type Action, type Outcome } from './act-on';
import { OutcomeNotice, outcomeText } from './outcome-notice';
import '../tools/tools.css';
import '../tools/texts';

/** One act on one item, asked for beside it; a flag says that it is done, a notice why it is not. */
export function RowAct({
  row,
  act,
  onDone,
  onLeave,
}: {
  row: Row;
  act: ReportAct;
  onDone: (items: readonly ReportItem[], people: People) => void;
  onLeave: () => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const [going, setGoing] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ readonly action: Action; readonly outcome: Outcome } | null>(null);
  const go = async (action: Action) => {
    setRefused(null);
    setGoing(0);
    const outcome = await actOn([row], action, () => undefined);
    setGoing(null);
    onDone(outcome.items, outcome.people);
    const text = outcomeText(action.kind, outcome, t);
    announce(text);
    if (outcome.refused.length > 0) return setRefused({ action, outcome });
    flag('success', text, '');
    onLeave();
  };
  return refused ? (
    <OutcomeNotice {...refused} onRetry={() => void go(refused.action)} onClose={onLeave} />
  ) : (
    <ActForm act={act} count={1} going={going} onGo={(action) => void go(action)} onLeave={onLeave} />
  );
}
