import type { CharterEvent } from '../charter/events';
import { RULES, type RuleId } from '../policy/rules';
import { projectOf, type IssueKey } from '../values';
import { HOLDFAST_ACTOR } from '../ids';
import type { AuditEntry } from './entry';

const knownRules = (rules: readonly string[]): readonly RuleId[] =>
  RULES.filter((rule) => rules.includes(rule));

/**
 * What the site's audit log tells of a charter's new entries: waivers, and moves past the gate. The id is the same
 * whenever the entry is told again.
 */
export function auditOf(
  { issueKey, issueId }: { readonly issueKey: IssueKey; readonly issueId: string },
  events: readonly CharterEvent[],
): readonly AuditEntry[] {
  const about = { issueKey, projectKey: projectOf(issueKey) };
  return events.flatMap((event): AuditEntry[] => {
    const by = event.by === HOLDFAST_ACTOR ? null : event.by;
    const said = { ...about, at: event.at, by };
    switch (event.type) {
      case 'waiver-granted':
        return [
          {
            ...said,
            id: `waiver:${issueId}:${event.waiverId}`,
            act: 'waiver-granted',
            rules: event.rules,
            reason: event.reason,
            until: event.expiresAt,
          },
        ];
      case 'waiver-ended':
        return [
          {
            ...said,
            id: `waiver-ended:${issueId}:${event.waiverId}`,
            act: 'waiver-ended',
            reason: event.reason,
          },
        ];
      case 'passage-recorded': {
        const { at, reason, checkpoint, rules, movedBy, child } = event.passage;
        return reason === 'bypass'
          ? [
              {
                ...about,
                // Several below one item may move at once.
                id: `bypass:${issueId}:${checkpoint}:${at}${child === undefined ? '' : `:${child}`}`,
                act: 'gate-bypassed',
                at,
                by: movedBy ?? null,
                rules: knownRules(rules),
              },
            ]
          : [];
      }
      default:
        return [];
    }
  });
}
