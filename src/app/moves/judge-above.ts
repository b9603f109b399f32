import { lastChangeBy } from '../../domain/changelog/reading';
import { parentIdAfter } from '../../domain/changelog/scope-history';
import { isUnderPolicy } from '../../domain/gate/coverage';
import type { GateResult } from '../../domain/gate/finding';
import { policyAt } from '../../domain/policy/in-force';
import { tighten, type Policy, type TransitionRule } from '../../domain/policy/policy';
import type { Instant } from '../../domain/time/time';
import { settledRecord, type RekeyPorts } from '../charter/rekey-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';
import { ownOrNone } from '../subject/own-charter';
import { MOST_LEVELS } from '../subject/read-subject';
import type { RawWorkItem } from '../subject/ports';
import { readItemPast, type ItemPast, type ItemPastPorts } from './item-past';
import { judgePast, type JudgePastPorts } from './judge-past';

export interface JudgeAbovePorts extends RekeyPorts {
  readonly jira: RekeyPorts['jira'] & ItemPastPorts['jira'] & JudgePastPorts['jira'];
  readonly histories: ItemPastPorts['histories'] & JudgePastPorts['histories'];
  readonly charters: RekeyPorts['charters'] & JudgePastPorts['charters'] & Pick<CharterStore, 'read'>;
  readonly policies: ItemPastPorts['policies'];
}

/** The item above whose gate another followed at a moment, and what that gate said. */
export interface JudgedAbove {
  readonly raw: RawWorkItem;
  readonly stored: StoredCharter;
  readonly policy: Policy;
  readonly gate: GateResult;
}

/** Id of the item above right after a change; null where there was none. */
const parentAfter = ({ changes, item }: ItemPast, index: number): string | null =>
  parentIdAfter(changes, index, item.parent?.issueId);

/**
 * What the gate would have said of the nearest item above that was under policy at a moment, by the facts of that moment:
 * what stood above what, types, policies, and whatever a verdict rests on. Null where none was, and where one of these
 * cannot be known: an item on the way that Jira does not show the app says nothing of anybody.
 *
 * @param before number of the child's last change before the moment
 * @param rule the transition's, where one is known to have been there
 * @throws Unavailable
 */
export async function judgeAbove(
  child: ItemPast,
  {
    at,
    before,
    rule,
  }: { readonly at: Instant; readonly before: number; readonly rule?: TransitionRule | undefined },
  ports: JudgeAbovePorts,
): Promise<JudgedAbove | null> {
  let parentId = parentAfter(child, before);
  for (let level = 0; parentId !== null && level < MOST_LEVELS; level += 1) {
    const raw = await ports.jira.workItem('app', parentId);
    if (!raw) return null;
    const found = await settledRecord(raw, await ports.charters.read(raw.issueKey), ports);
    const past = await readItemPast(raw, found.policy, ports);
    const index = lastChangeBy(past.changes, at);
    const type = past.typeAfter(index);
    const versions = await past.versionsAfter(index);
    const then = policyAt(versions, at);
    if (!type || !then) return null;
    const above = policyAt({ project: [], site: versions.site }, at) ?? then;
    const policy = rule ? tighten(then, rule, above) : then;
    if (isUnderPolicy(policy, type)) {
      const stored = ownOrNone(found.stored, raw.issueId);
      const gate = await judgePast(
        { raw, past, stored },
        { at, index, type },
        { checkpoint: 'start', policy },
        ports,
      );
      return gate && { raw, stored, policy, gate };
    }
    parentId = parentAfter(past, index);
  }
  return null;
}
