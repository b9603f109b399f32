import Button from '@atlaskit/button/default/button';
import type { ReportAct } from '../../../../src/contract/report-acts';
import { IssueLink } from '../../../ui/issue-link';
import { Notice } from '../../../ui/notice';
import { useText, type Translate } from '../../../ui/text';
import type { Row } from '../../rows/row';
import { reminded, type Action, type Outcome } from './act-on';

const doneText = {
  nominate: 'acts.doneNominate',
  review: 'acts.doneReview',
  vital: 'acts.doneVital',
} as const satisfies Record<Exclude<ReportAct, 'remind'>, string>;

/** What was done, in a sentence or two. */
export function outcomeText(act: ReportAct, { done }: Outcome, t: Translate): string {
  if (act !== 'remind') return t(doneText[act], { count: done.length });
  const { people, already, nobody } = reminded(done);
  return [
    t('acts.doneRemind', { people }),
    ...(already > 0 ? [t('acts.already', { count: already })] : []),
    ...(nobody > 0 ? [t('acts.nobodyWaits', { count: nobody })] : []),
  ].join('. ');
}

/** Worth another try as it is: nobody said no. */
const mayPass = (code: string): boolean =>
  ['unavailable', 'busy', 'connection-lost', 'internal'].includes(code);

/** Most refusals spelt out; items refused for the same reason share a line. */
const LINES = 8;

export function OutcomeNotice({
  action,
  outcome,
  onRetry,
  onClose,
}: {
  action: Action;
  outcome: Outcome;
  onRetry: (rows: readonly Row[]) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { refused } = outcome;
  const again = refused.filter(({ problem }) => mayPass(problem.code)).map(({ row }) => row);
  const reasons = new Map<string, string[]>();
  for (const { row, problem } of refused) {
    const why = problem.message === '' ? t('ui.partBody') : problem.message;
    reasons.set(why, [...(reasons.get(why) ?? []), row.item.issueKey]);
  }
  return (
    <Notice
      tone={refused.length === 0 ? 'success' : 'warning'}
      title={outcomeText(action.kind, outcome, t)}
      actions={
        <>
          {again.length > 0 && (
            <Button spacing="compact" onClick={() => onRetry(again)}>
              {t('acts.retry', { count: again.length })}
            </Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={onClose}>
            {t('acts.close')}
          </Button>
        </>
      }
    >
      {refused.length > 0 && (
        <>
          <p>{t('acts.refused', { count: refused.length })}</p>
          <ul className="hf-refused">
            {[...reasons].slice(0, LINES).map(([why, keys]) => (
              <li key={why}>
                {keys.map((key) => (
                  <span key={key}>
                    <IssueLink issueKey={key} />{' '}
                  </span>
                ))}
                {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
