import { useState } from 'react';
import type { Gap } from '../../../../src/domain/charter/gap/gap';
import { MomentText } from '../../../ui/date-text';
import { Disclosure } from '../../../ui/disclosure';
import { StateWord } from '../../../ui/state-word';
import { Text, useText } from '../../../ui/text';
import { usePanel } from '../../panel-context';
import { openFirst } from '../../model/follow-through';
import { allowed } from '../../model/offers';
import { Offers } from '../../offer-button';

/** Answered gaps that stand beside the open ones. */
const RECENT = 2;

/** What somebody saw that nobody had named, and what the DRI answered. */
export function Gaps() {
  const t = useText();
  const { answer } = usePanel();
  const [shown, setShown] = useState(false);
  const { open, answered } = openFirst(answer.charter.gaps);
  if (answer.charter.gaps.length === 0) return null;
  const earlier = answered.slice(RECENT);
  return (
    <div className="hf-follow-part">
      <h3 className="hf-heading hf-heading-small">{t('follow.gaps')}</h3>
      <ul className="hf-follow-lines">
        {[...open, ...answered.slice(0, RECENT)].map((gap) => (
          <GapLine key={gap.id} gap={gap} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <Disclosure
          label={t('follow.earlierGaps', { count: earlier.length })}
          isOpen={shown}
          onToggle={() => setShown(!shown)}
        >
          <ul className="hf-follow-lines">
            {earlier.map((gap) => (
              <GapLine key={gap.id} gap={gap} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function GapLine({ gap }: { gap: Gap }) {
  const t = useText();
  const { answer, nameOf, form } = usePanel();
  const isOpen = form?.kind === 'answer-gap' && form.gapId === gap.id;
  return (
    <li className="hf-follow-line">
      <div className="hf-finding-words">
        <p dir="auto">
          <StateWord tone={gap.answer ? 'quiet' : 'attention'}>
            {t(gap.answer ? 'follow.stateGapAnswered' : 'follow.stateGapOpen')}
          </StateWord>{' '}
          {gap.what}
        </p>
        <p className="hf-subtle hf-small">
          <Text
            id="follow.gapBy"
            values={{ person: nameOf(gap.raisedBy), when: <MomentText at={gap.raisedAt} /> }}
          />
        </p>
        {gap.answer && (
          <p className="hf-subtle" dir="auto">
            <Text
              id="follow.gapAnswer"
              values={{
                person: nameOf(gap.answer.by),
                when: <MomentText at={gap.answer.at} />,
                answer: gap.answer.text,
              }}
            />
          </p>
        )}
      </div>
      {!isOpen && (
        <Offers
          offers={allowed(answer, [{ kind: 'answer-gap', gapId: gap.id }])}
          section="follow"
          about={gap.what}
          firstIsPrimary={false}
        />
      )}
    </li>
  );
}
