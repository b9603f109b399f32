import type { ChangedCharter } from '../../contract/answers';
import type { Charter } from '../../domain/charter/charter';
import { subjectOf, subjectOrNull } from '../../domain/gate/build-subject';
import { peopleRead } from '../../domain/gate/people';
import type { Subject } from '../../domain/gate/subject';
import type { People } from './read-people';
import type { SubjectRead } from './read-subject';

/**
 * A subject that was read, with the charter as a command left it. Null where somebody whom the command named could not
 * be read since.
 */
export const subjectAfter = (
  { subject, people: read }: Extract<SubjectRead, { kind: 'read' }>,
  charter: Charter,
  people: People,
): Subject | null => subjectOrNull({ ...subject, charter, people: peopleRead({ ...people, ...read }) });

/** The subject behind a panel's answer; null where the answer knows no verdict either. */
export const subjectBehind = ({ item, charter, policy, people, gate }: ChangedCharter): Subject | null =>
  gate && subjectOf({ item, charter, policy, people: peopleRead(people) });
