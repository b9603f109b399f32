import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentEntry } from '../../src/contract/answers';
import type { DutyKind } from '../../src/domain/commitments/duties';
import { useFormContext } from '../charter-form/form-context';
import type { AgreementOffer } from '../agreement-forms/model/agreement-steps';
import { StepOffers } from '../agreement-forms/step-offers';
import type { StepTaker } from '../agreement-forms/step-words';
import { IssueLink } from '../ui/issue-link';
import { Text, useText, type PlainTextId } from '../ui/text';
import { useCommitmentsContext, type FormKind } from './commitments-context';
import { nameOfEntry, offersFor } from './model/entries';
import { isLeft } from './words';

/** What is answered with words about no agreement: the forms for it, best first. */
const formsFor: Readonly<
  Partial<Record<DutyKind, readonly { readonly kind: FormKind; readonly verb: PlainTextId }[]>>
> = {
  decide: [{ kind: 'decide', verb: 'commitments.decide' }],
  'check-in': [{ kind: 'check-in', verb: 'follow.checkIn' }],
  'answer-gap': [{ kind: 'answer-gap', verb: 'follow.answerGap' }],
  'keep-or-change': [
    { kind: 'recommit', verb: 'follow.recommit' },
    { kind: 're-date', verb: 'follow.redate' },
    { kind: 'release', verb: 'follow.release' },
  ],
};

/** The buttons of a line: what it waits for first, or the steps given. */
export function EntrySteps({
  entry,
  offers,
}: {
  entry: CommitmentEntry;
  offers?: readonly AgreementOffer[];
}) {
  const t = useText();
  const page = useCommitmentsContext();
  const { send } = useFormContext();
  const { agreement, duty, item, ref, urgency } = entry;
  if (duty === 'accept-nomination') return <Nomination entry={entry} />;
  if (duty === 'write-brief' || isLeft(entry)) {
    return item ? (
      <p>
        <Text
          id={duty === 'write-brief' ? 'commitments.briefThere' : 'commitments.anotherThere'}
          values={{ issue: <IssueLink issueKey={item.issueKey} /> }}
        />
      </p>
    ) : null;
  }
  const forms = formsFor[duty];
  if (forms) {
    return (
      <div className="hf-actions">
        {forms.map(({ kind, verb }, place) => (
          <Button
            key={kind}
            spacing="compact"
            appearance={place === 0 ? 'primary' : 'default'}
            aria-label={`${t(verb)}: ${nameOfEntry(entry)}`}
            onClick={() => page.open(ref, kind)}
          >
            {t(verb)}
          </Button>
        ))}
      </div>
    );
  }
  if (!agreement) return null;
  const taker: StepTaker = {
    act: async (key, input, said) => {
      page.settle();
      await send(key, input, said);
    },
    open: ({ kind }) => page.open(ref, kind),
  };
  return (
    <StepOffers
      agreement={agreement}
      offers={offers ?? offersFor(entry, page).now}
      taker={taker}
      firstIsPrimary={offers === undefined && urgency !== 'later'}
    />
  );
}

/** Yes and no to a nomination, side by side and of the same size. */
function Nomination({ entry: { item, ref } }: { entry: CommitmentEntry }) {
  const t = useText();
  const page = useCommitmentsContext();
  const { send } = useFormContext();
  const [sending, setSending] = useState(false);
  const about = item?.summary ?? '';
  const accept = async () => {
    setSending(true);
    page.settle();
    await send('dri/accept', {}, t('panel.saidAccepted'));
    setSending(false);
  };
  return (
    <div className="hf-offers">
      <div className="hf-actions">
        <Button
          spacing="compact"
          appearance="primary"
          isLoading={sending}
          aria-label={`${t('panel.accept')}: ${about}`}
          onClick={() => void accept()}
        >
          {t('panel.accept')}
        </Button>
        <Button
          spacing="compact"
          aria-label={`${t('panel.decline')}: ${about}`}
          onClick={() => page.open(ref, 'decline-nomination')}
        >
          {t('panel.decline')}
        </Button>
      </div>
      <div className="hf-consequence">{t('panel.meansOwning')}</div>
    </div>
  );
}
