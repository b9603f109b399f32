import { useState } from 'react';
import type { Escalation } from '../../../../src/domain/charter/escalation/escalation';
import { DateText, MomentText } from '../../../ui/date-text';
import { Disclosure } from '../../../ui/disclosure';
import { StateWord } from '../../../ui/state-word';
import { Text, useText } from '../../../ui/text';
import { usePanel } from '../../panel-context';
import { openFirst, timeTaken } from '../../model/follow-through';
import { allowed } from '../../model/offers';
import { placeId, primaryPlace, type Place } from '../../model/places';
import { AwayLine } from '../../away-line';
import { Offers } from '../../offer-button';

/** Decisions that stand beside the open questions; older ones are one click away. */
const RECENT = 2;

/** Who was asked to decide what, since when; and what was decided, and how long it took. */
export function Questions() {
  const t = useText();
  const { answer } = usePanel();
  const [shown, setShown] = useState(false);
  const { open, answered } = openFirst(answer.charter.escalations);
  if (answer.charter.escalations.length === 0) return null;
  const earlier = answered.slice(RECENT);
  return (
    <div className="hf-follow-part">
      <h3 className="hf-heading hf-heading-small">{t('follow.questions')}</h3>
      <ul className="hf-follow-lines">
        {[...open, ...answered.slice(0, RECENT)].map((question) => (
          <Question key={question.id} question={question} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <Disclosure
          label={t('follow.earlier', { count: earlier.length })}
          isOpen={shown}
          onToggle={() => setShown(!shown)}
        >
          <ul className="hf-follow-lines">
            {earlier.map((question) => (
              <Question key={question.id} question={question} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** What is asked for instead of a decision, and by when one is needed. */
function Wanted({ asked: { asks, neededBy } }: { asked: Pick<Escalation, 'asks' | 'neededBy'> }) {
  if (asks?.choice === 'new-date' && asks.until !== undefined) {
    return (
      <>
        {' '}
        <Text id="follow.asksNewDate" values={{ date: <DateText date={asks.until} /> }} />
      </>
    );
  }
  const by = asks?.until ?? neededBy;
  return (
    <>
      {asks && (
        <>
          {' '}
          <Text id="follow.asksReplacement" />
        </>
      )}
      {by !== undefined && (
        <>
          {' '}
          <Text id="follow.answerBy" values={{ date: <DateText date={by} /> }} />
        </>
      )}
    </>
  );
}

function Question({ question: { answer: decided, takenBack, ...asked } }: { question: Escalation }) {
  const t = useText();
  const { answer, checkpoint, nameOf, form } = usePanel();
  const place: Place = `question-${asked.id}`;
  const primary = primaryPlace(answer, checkpoint);
  const about = answer.charter.agreements.find(({ id }) => id === asked.agreementId);
  const isOpen = form !== null && 'escalationId' in form && form.escalationId === asked.id;
  const kinds = ['decide', 'redirect-question', 'take-back-question'] as const;
  const offers = allowed(
    answer,
    kinds.map((kind) => ({ kind, escalationId: asked.id })),
  );
  return (
    <li className="hf-follow-line hf-place" id={placeId(place)} tabIndex={-1}>
      <div className="hf-finding-words">
        <p dir="auto">
          <StateWord tone={decided ? 'good' : takenBack ? 'quiet' : 'waiting'}>
            {t(decided ? 'follow.stateDecided' : takenBack ? 'follow.stateTakenBack' : 'follow.stateWaiting')}
          </StateWord>{' '}
          {asked.question}
        </p>
        <p className="hf-subtle hf-small">
          <Text
            id="follow.askedOf"
            values={{ person: <b>{nameOf(asked.toAccountId)}</b>, when: <MomentText at={asked.raisedAt} /> }}
          />
          {about && ` ${t('follow.about', { what: about.deliverable })}`}
          <Wanted asked={asked} />
        </p>
        {!decided && !takenBack && <AwayLine accountId={asked.toAccountId} asked="question" />}
        {takenBack && (
          <p className="hf-subtle" dir="auto">
            {t('follow.takenBackBy', { person: nameOf(takenBack.by), reason: takenBack.reason })}
          </p>
        )}
        {decided && (
          <>
            <blockquote className="hf-quote" dir="auto">
              {decided.decision}
            </blockquote>
            <p className="hf-subtle hf-small">
              {t('follow.decisionOf', {
                person: nameOf(decided.by),
                ...timeTaken(asked.raisedAt, decided.at),
              })}
            </p>
          </>
        )}
      </div>
      {!isOpen && (
        <Offers
          offers={offers}
          section="follow"
          about={asked.question}
          firstIsPrimary={offers[0]?.kind === 'decide' && (primary === null || primary === place)}
        />
      )}
    </li>
  );
}
