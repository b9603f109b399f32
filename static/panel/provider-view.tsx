import { useState } from 'react';
import type { ChangedCharter, ProviderAnswer } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import { emptyCharter } from '../../src/domain/charter/charter';
import type { AgreementStatus } from '../../src/domain/charter/agreement/agreement';
import { AgreementForm } from '../agreement-forms/agreement-form';
import { DueDateCell } from '../agreement-forms/due-date-cell';
import { DebriefFacts } from '../follow-through/debrief/debrief-facts';
import { Fact } from '../charter-form/fact';
import { FormContextProvider, type FormContextValue } from '../charter-form/form-context';
import { UndoLine } from '../charter-form/undo-line';
import { LifeFacts } from '../agreement-forms/life-facts';
import { offersForAgreement } from '../agreement-forms/model/agreement-offers';
import type { AgreementFormKind } from '../agreement-forms/model/agreement-steps';
import type { CommandContext } from '../agreement-forms/model/command-context';
import { RowNote } from '../agreement-forms/row-note';
import { StepOffers } from '../agreement-forms/step-offers';
import type { StepTaker } from '../agreement-forms/step-words';
import { useAnnounce } from '../ui/announcer';
import type { Problem } from '../ui/call';
import { give } from '../ui/give';
import { ActionProblem } from '../ui/call-problem';
import { Notice } from '../ui/notice';
import { StateWord, type Tone } from '../ui/state-word';
import { NowProvider, useSurroundings } from '../ui/surroundings';
import { useText, type PlainTextId } from '../ui/text';

/** Told as what the reader just did: nobody but the provider comes here. */
const states: Readonly<Record<AgreementStatus, { readonly tone: Tone; readonly text: PlainTextId }>> = {
  requested: { tone: 'waiting', text: 'panel.stateRequested' },
  countered: { tone: 'waiting', text: 'agreement.stateCountered' },
  acknowledged: { tone: 'good', text: 'panel.stateAcknowledged' },
  delivered: { tone: 'good', text: 'agreement.stateDelivered' },
  accepted: { tone: 'good', text: 'agreement.stateAccepted' },
  declined: { tone: 'problem', text: 'panel.stateDeclined' },
  withdrawn: { tone: 'quiet', text: 'panel.stateWithdrawn' },
};

/** For a provider who may not see the work item: their agreement with every step they may take, and nothing else of it. */
export function ProviderView({
  answer,
  take,
}: {
  answer: ProviderAnswer;
  take: (answer: ChangedCharter | ProviderAnswer) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const accountId = useSurroundings().accountId ?? '';
  const [form, setForm] = useState<AgreementFormKind | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { agreement, people, seen, now } = answer;
  const context: CommandContext = {
    charter: { ...emptyCharter, agreements: [agreement] },
    people,
    me: { accountId, canEdit: false, administers: false },
    item: { issueKey: '' },
    now,
  };
  const offers = offersForAgreement(context, agreement);
  const send: FormContextValue['send'] = async (key, input, said) => {
    const result = await give(key, input);
    if (!result.ok) return result.error;
    // A decision taken on another page: there is nothing new to show on this one.
    if (!('escalation' in result)) take(result);
    announce(said);
    return null;
  };
  const forms: FormContextValue = {
    me: accountId,
    issueKey: undefined,
    now,
    people,
    nameOf: namesFrom(people, t('ui.unknownPerson')),
    dri: undefined,
    zone: agreement.providerZone,
    seen,
    // Who else changed it stays unsaid here: the refusal names them when it matters.
    changedSince: () => null,
    charter: context.charter,
    checkIn: { walkThrough: [], intake: [] },
    send,
    close: () => setForm(null),
    reload: () => undefined,
    draft: (name) => `provider:${accountId}:${name}`,
    consequence: () => null,
  };
  const taker: StepTaker = {
    open: (next) => {
      setProblem(null);
      setForm(next);
    },
    act: async (key, input, said) => setProblem(await send(key, { ...input, seen }, said)),
  };
  const state = states[agreement.status];
  return (
    <NowProvider value={now}>
      <FormContextProvider value={forms}>
        <div className="hf-panel">
          <section className="hf-stack">
            <h2 className="hf-heading" dir="auto">
              {agreement.deliverable}
            </h2>
            <div className="hf-actions">
              <StateWord tone={state.tone}>{t(state.text)}</StateWord>
            </div>
            <RowNote agreement={agreement} />
            <UndoLine undo={answer.undo} agreementId={agreement.id} about={agreement.deliverable} />
            <dl className="hf-facts">
              <Fact label={t('panel.columnBy')}>
                <DueDateCell agreement={agreement} />
              </Fact>
              <Fact label={t('panel.acceptance')}>{agreement.acceptance}</Fact>
              <LifeFacts agreement={agreement} />
              <DebriefFacts debrief={agreement.debrief} />
            </dl>
            {problem && <ActionProblem problem={problem} />}
            {form ? (
              <AgreementForm kind={form.kind} agreement={agreement} />
            ) : (
              <>
                <StepOffers
                  agreement={agreement}
                  offers={offers.now}
                  taker={taker}
                  firstIsPrimary={offers.asked}
                />
                <StepOffers agreement={agreement} offers={offers.also} taker={taker} firstIsPrimary={false} />
              </>
            )}
            <Notice>{t('panel.onlyYours')}</Notice>
          </section>
        </div>
      </FormContextProvider>
    </NowProvider>
  );
}
