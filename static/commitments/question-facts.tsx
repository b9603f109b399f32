import type { CommitmentEntry } from '../../src/contract/answers';
import { DateText } from '../ui/date-text';
import { Text } from '../ui/text';

/** What a question asks for instead of a decision, by when, what it is about, and when its asker is to ask. */
export function QuestionFacts({
  question: { about, askWhen, asks, neededBy },
}: {
  question: NonNullable<CommitmentEntry['question']>;
}) {
  const day = asks?.until ?? neededBy;
  const isNewDate = asks?.choice === 'new-date';
  return (
    <>
      {asks && !isNewDate && (
        <p>
          <Text id="commitments.asksReplacement" />
        </p>
      )}
      {day !== undefined && (
        <p>
          <Text
            id={isNewDate ? 'commitments.asksNewDate' : 'commitments.answerBy'}
            values={{ date: <DateText date={day} /> }}
          />
        </p>
      )}
      {about !== undefined && (
        <p dir="auto">
          <Text id="commitments.questionAbout" values={{ what: about }} />
        </p>
      )}
      {askWhen !== undefined && (
        <p className="hf-subtle hf-small" dir="auto">
          <Text id="commitments.askWhen" values={{ when: askWhen }} />
        </p>
      )}
    </>
  );
}
