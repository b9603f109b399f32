import type { DriftView } from '../../../src/contract/drift';
import { IssueLink } from '../../ui/issue-link';
import { Text } from '../../ui/text';
import type { Row } from '../rows/row';
import { gotBetter } from './model/at-risk';

/** Lines at most: what got better is good to know, and nobody has to act on it. */
const MOST = 5;

/** What got better since last week; nothing where nothing did. */
export function GotBetter({ rows, drift }: { rows: readonly Row[]; drift: DriftView | null }) {
  const passing = gotBetter(rows);
  const firmer = (drift?.signals ?? []).filter(({ change }) => change === 'tightening');
  if (passing.length + firmer.length === 0) return null;
  return (
    <section aria-labelledby="hf-better">
      <h2 id="hf-better" className="hf-heading">
        <Text id="report.betterHeading" />
      </h2>
      <ul className="hf-better">
        {passing.slice(0, MOST).map(({ item: { issueKey, summary } }) => (
          <li key={issueKey}>
            <IssueLink issueKey={issueKey} /> <Text id="report.betterPasses" values={{ summary }} />
          </li>
        ))}
        {firmer.slice(0, Math.max(0, MOST - passing.length)).map(({ insight }) => (
          <li key={insight}>{insight}</li>
        ))}
      </ul>
    </section>
  );
}
