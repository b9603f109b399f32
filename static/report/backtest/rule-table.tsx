import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { Figures, RuleFigure } from '../../../src/domain/report/backtest/figures';
import { CHECKPOINTS, RULES, type Checkpoint } from '../../../src/domain/policy/rules';
import { IssueLink } from '../../ui/issue-link';
import '../../ui/table.css';
import { Text, useText } from '../../ui/text';

const SHOWN = 3;

/** Which rule would have stopped or warned how many moves, and a few of them to look at. */
export function RuleTable({ figures: { rules, verdicts } }: { figures: Figures }) {
  const found = RULES.filter((rule) => rules.some((figure) => figure.rule === rule));
  const at = (rule: string, checkpoint: Checkpoint) =>
    rules.find((figure) => figure.rule === rule && figure.checkpoint === checkpoint);
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="hf-backtest-rules">
      <Stack space="space.100">
        <h3 id="hf-backtest-rules" className="hf-title">
          <Text id="backtest.byRule" />
        </h3>
        <table className="hf-data hf-data-blocks">
          <thead>
            <tr>
              <th scope="col">
                <Text id="backtest.rule" />
              </th>
              {CHECKPOINTS.map((checkpoint) => {
                const { pass, warn, block } = verdicts[checkpoint];
                return (
                  <th scope="col" key={checkpoint}>
                    <Text id={`backtest.at.${checkpoint}`} />
                    <span className="hf-line">
                      <Text id="backtest.ofMoves" values={{ moves: pass + warn + block }} />
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {found.map((rule) => (
              <tr key={rule}>
                <th scope="row">
                  <Text id={`report.rule.${rule}`} />
                </th>
                {CHECKPOINTS.map((checkpoint) => (
                  <Cell key={checkpoint} checkpoint={checkpoint} figure={at(rule, checkpoint)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hf-subtle hf-small">
          <Text id="backtest.byRuleHelp" />
        </p>
      </Stack>
    </section>
  );
}

function Cell({ checkpoint, figure }: { checkpoint: Checkpoint; figure: RuleFigure | undefined }) {
  const t = useText();
  return (
    <td data-label={t(`backtest.at.${checkpoint}`)}>
      {figure ? (
        <>
          <span className="hf-line hf-data-number">
            {figure.blocked > 0 && <Text id="backtest.countStopped" values={{ count: figure.blocked }} />}
            {figure.blocked > 0 && figure.warned > 0 && ', '}
            {figure.warned > 0 && <Text id="backtest.countWarned" values={{ count: figure.warned }} />}
          </span>
          <Inline as="span" space="space.100" shouldWrap>
            <span className="hf-visually-hidden">
              <Text id="backtest.examples" />
            </span>
            {[...new Set(figure.examples.map(({ issueKey }) => issueKey))].slice(0, SHOWN).map((issueKey) => (
              <IssueLink key={issueKey} issueKey={issueKey} />
            ))}
          </Inline>
        </>
      ) : (
        <span className="hf-subtle">
          <Text id="backtest.countNone" />
        </span>
      )}
    </td>
  );
}
