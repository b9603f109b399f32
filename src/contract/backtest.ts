import type { Figures } from '../domain/report/backtest/figures';
import type { OwnerSource } from '../domain/policy/policy';
import type { RuleId } from '../domain/policy/rules';
import type { Instant } from '../domain/values';

/**
 * What a policy would have done to one page of the items the viewer may see. All pages put together (`together` in the
 * domain) are the backtest; any of them is a true figure of what was looked at.
 */
export interface BacktestAnswer {
  readonly ok: true;
  readonly figures: Figures;
  /** What the policy asks for and Jira's history cannot tell: not counted, neither met nor unmet. */
  readonly untold: readonly RuleId[];
  /** Where the owner was read from. */
  readonly ownerSource: OwnerSource;
  /** Absent on the last page. */
  readonly nextCursor?: string;
  /** Jira's estimate of the items in all; on the first page. */
  readonly approximateTotal?: number;
  readonly now: Instant;
}
