import type { Passage } from '../../domain/charter/charter';
import { rulesOf } from '../../domain/gate/passage-rules';
import { evaluate } from '../../domain/gate/evaluate';
import type { RuleId } from '../../domain/policy/rules';
import type { Subject } from '../../domain/gate/subject';
import type { Policy } from '../../domain/policy/policy';
import { projectOf, type Instant, type IssueKey } from '../../domain/values';
import { retry } from '../../platform/retry';
import { readSubjects, type SubjectsPorts } from './read-subjects';

/** A move of an item under a policy. */
export interface MoveOfItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly policy: Policy;
}

/** Rules of a passage that are still unmet at its checkpoint; what was waived or taken out of the policy since is not. */
function leftFor(subject: Subject, passage: Passage, now: Instant): readonly RuleId[] {
  const { findings, ofAncestor } = evaluate(subject, passage.checkpoint, now);
  if (ofAncestor !== undefined) return [];
  return rulesOf(passage).filter((rule) => findings.some((finding) => finding.rule === rule));
}

/**
 * What is left to look at of moves that passed with unmet rules, by one reading of each project's items as the app.
 * `not-read` where Jira does not show the app the item.
 *
 * @throws Unavailable when Jira or storage gave nothing to go by.
 */
export async function rulesLeft(
  moves: readonly MoveOfItem[],
  now: Instant,
  ports: SubjectsPorts,
): Promise<(issueId: string, passage: Passage) => readonly RuleId[] | 'not-read'> {
  const subjects = new Map<string, Subject>();
  for (const projectKey of new Set(moves.map(({ issueKey }) => projectOf(issueKey)))) {
    const own = moves.filter(({ issueKey }) => projectOf(issueKey) === projectKey);
    const refs = new Map(own.map(({ issueId, issueKey }) => [issueId, { issueId, issueKey }]));
    const [first] = own;
    if (!first) continue;
    const read = await retry(() => readSubjects([...refs.values()], first.policy, ports));
    for (const [issueId, subject] of read.subjects) subjects.set(issueId, subject);
  }
  return (issueId, passage) => {
    const subject = subjects.get(issueId);
    return subject ? leftFor(subject, passage, now) : 'not-read';
  };
}
