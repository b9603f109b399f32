import type { Charter } from '../charter/charter';
import { NotRead } from './people';
import { peopleAsked, type Subject, type SubjectFacts } from './subject';

/** Null where somebody was not read whom an evaluation would ask about. */
export function subjectOrNull(facts: SubjectFacts): Subject | null {
  const isComplete = peopleAsked(facts).every((accountId) => facts.people.of(accountId) !== 'not-read');
  return isComplete ? subjectOf(facts) : null;
}

/** The same subject with another charter, such as that of an earlier day; null where somebody it names was not read. */
export const withCharter = (subject: Subject, charter: Charter): Subject | null =>
  subjectOrNull({ ...subject, charter });

/**
 * Facts as an evaluation accepts them.
 *
 * @throws NotRead naming everybody the evaluation would ask about and nobody read
 */
export function subjectOf(facts: SubjectFacts): Subject {
  const missing = peopleAsked(facts).filter((accountId) => facts.people.of(accountId) === 'not-read');
  if (missing.length > 0) throw new NotRead(missing);
  return facts as Subject;
}
