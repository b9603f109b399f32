import { useId } from 'react';
import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import { REVIEW_ANSWERS, type ReviewAnswer } from '../../../src/domain/charter/check-in/check-in';
import { useFormContext } from '../../charter-form/form-context';
import { useText, type PlainTextId } from '../../ui/text';

const words: Readonly<Record<ReviewAnswer, PlainTextId>> = {
  'on-track': 'follow.walkedOnTrack',
  'at-risk': 'follow.walkedAtRisk',
  'not-asked': 'follow.walkedNotAsked',
};

type Reviewed = Readonly<Record<string, ReviewAnswer>>;

/** Every open promise by name, each with what was learned by asking for it; no one tick does for all. */
export function WalkThrough({
  agreements,
  reviewed,
  error,
  onChange,
}: {
  agreements: readonly Agreement[];
  reviewed: Reviewed;
  error: string | undefined;
  onChange: (reviewed: Reviewed) => void;
}) {
  const t = useText();
  const { nameOf } = useFormContext();
  const id = useId();
  return (
    <fieldset
      className="hf-group"
      aria-describedby={[`${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')}
    >
      <legend className="hf-label">
        {t('follow.walkThrough')}
        <span className="hf-required" aria-hidden="true">
          *
        </span>
      </legend>
      <div className="hf-help" id={`${id}-help`}>
        {t('follow.walkThroughHelp')}
      </div>
      {agreements.map((agreement) => {
        const answer = reviewed[agreement.id];
        const name = `${id}-${agreement.id}`;
        return (
          <div
            key={agreement.id}
            className="hf-walked"
            role="radiogroup"
            aria-labelledby={name}
            aria-required
            aria-invalid={error !== undefined && answer === undefined}
            tabIndex={-1}
          >
            <span id={name} dir="auto">
              {t('follow.walkThroughOne', {
                what: agreement.deliverable,
                person: nameOf(agreement.providerAccountId),
              })}
            </span>
            <div className="hf-walked-answers">
              {REVIEW_ANSWERS.map((value) => (
                <label key={value} className="hf-group-tick">
                  <input
                    type="radio"
                    name={name}
                    checked={answer === value}
                    onChange={() => onChange({ ...reviewed, [agreement.id]: value })}
                  />
                  {t(words[value])}
                </label>
              ))}
            </div>
          </div>
        );
      })}
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
