import { useState } from 'react';
import { declaredBy } from '../../../src/domain/charter/charter';
import { isUnderPolicy } from '../../../src/domain/gate/coverage';
import { IssueStatuses } from '../../agreement-forms/issue-statuses';
import { ActionProblem } from '../../ui/call-problem';
import { MomentText } from '../../ui/date-text';
import { Disclosure } from '../../ui/disclosure';
import { EmptyState } from '../../ui/empty-state';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { agreementsShown } from '../model/agreements';
import { allowed, type Offer } from '../model/offers';
import { offersAt, placeId, primaryPlace } from '../model/places';
import { FormInPlace } from '../form-in-place';
import { Offers } from '../offer-button';
import { headingId } from '../use-focus-return';
import { AgreementsTable } from './agreements-table';

/** What the work item needs from others, and who promised it. */
export function AgreementsSection() {
  const t = useText();
  const { answer, checkpoint, form, problemIn, reload } = usePanel();
  const shown = agreementsShown(answer);
  const [withdrawnShown, setWithdrawnShown] = useState(false);
  const ask: Offer = { kind: 'request', prefill: {} };
  const none: Offer = { kind: 'declare-none' };
  const empty = shown.open.length === 0 && shown.unmapped.length === 0;
  const problem = problemIn('agreements');
  const offers = offersAt(answer, checkpoint, 'agreements', allowed(answer, [ask, none]));
  const isPrimary = primaryPlace(answer, checkpoint) === 'agreements';
  return (
    <IssueStatuses
      keys={
        answer.charter.agreements.length === 0
          ? []
          : [
              answer.item.issueKey,
              ...answer.charter.agreements.map(({ providerIssueKey }) => providerIssueKey),
            ]
      }
      asOf={answer.now}
    >
      <section id={placeId('agreements')} tabIndex={-1} className="hf-place">
        <div className="hf-section-line">
          <h2 className="hf-heading hf-heading-small" id={headingId('agreements')} tabIndex={-1}>
            {t('panel.agreements')}
          </h2>
          {!empty && form?.kind !== 'request' && (
            <Offers offers={offers} section="agreements" firstIsPrimary={isPrimary} />
          )}
        </div>
        {problem && <ActionProblem problem={problem} onCheck={reload} />}
        <FormInPlace form={form?.kind === 'request' ? form : null} />
        {!empty && (
          <AgreementsTable rows={shown.open} blockers={shown.unmapped} label={t('panel.agreements')} />
        )}
        {empty && form?.kind !== 'request' && <NoAgreements offers={offers} isPrimary={isPrimary} />}
        {!empty && <DeclaredNone />}
        {shown.withdrawn.length > 0 && (
          <div className="hf-withdrawn">
            <Disclosure
              label={t('panel.withdrawn', { count: shown.withdrawn.length })}
              isOpen={withdrawnShown}
              onToggle={() => setWithdrawnShown(!withdrawnShown)}
            >
              <AgreementsTable
                rows={shown.withdrawn}
                blockers={[]}
                label={t('panel.withdrawn', { count: shown.withdrawn.length })}
              />
            </Disclosure>
          </div>
        )}
      </section>
    </IssueStatuses>
  );
}

function NoAgreements({ offers, isPrimary }: { offers: readonly Offer[]; isPrimary: boolean }) {
  const t = useText();
  const { answer } = usePanel();
  // Where the policy asks for nothing, nobody is pressed.
  const isFree = !isUnderPolicy(answer.policy, answer.item.type);
  if (declaredBy(answer.charter).none) {
    return (
      <div className="hf-empty hf-empty-start">
        <DeclaredNone />
        <Offers offers={offers} section="agreements" firstIsPrimary={false} />
      </div>
    );
  }
  return (
    <EmptyState
      title={t(isFree ? 'panel.emptyTitleFree' : 'panel.emptyTitle')}
      actions={<Offers offers={offers} section="agreements" firstIsPrimary={isPrimary} />}
    >
      {t(!answer.me.canEdit ? 'panel.emptyBodyReader' : isFree ? 'panel.emptyBodyFree' : 'panel.emptyBody')}
    </EmptyState>
  );
}

function DeclaredNone() {
  const { answer, nameOf } = usePanel();
  const { none, noFurther } = declaredBy(answer.charter);
  const declared = none ?? noFurther;
  if (!declared) return null;
  return (
    <p>
      <Text
        id={none ? 'panel.declaredNone' : 'panel.declaredNoFurther'}
        values={{ person: nameOf(declared.declaredBy), when: <MomentText at={declared.at} exact /> }}
      />
    </p>
  );
}
