import Button from '@atlaskit/button/default/button';
import type { IssueKey } from '../../../src/domain/values';
import { openPolicy } from '../../ui/open-policy';
import { IssueLink } from '../../ui/issue-link';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';

/** A work item whose type the policy does not cover: nothing is asked of it, and promises count all the same. */
export function Free() {
  const t = useText();
  const { answer } = usePanel();
  const { projectKey } = answer.item;
  return (
    <>
      <p className="hf-gate-why">
        <Text id="panel.freeBody" />
      </p>
      {answer.me.administers && (
        <div className="hf-gate-way">
          <Button spacing="compact" appearance="subtle" onClick={() => openPolicy(projectKey)}>
            {t('panel.openPolicy')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A work item that starts once the one above it may: what is unmet is settled there, not here. */
export function HeldAbove({ issueKey, holds }: { issueKey: IssueKey; holds: 'yes' | 'would' | 'no' }) {
  const { answer } = usePanel();
  return (
    <p className="hf-gate-why">
      <Text
        id="panel.aboveBody"
        values={{ type: answer.item.issueType, holds, above: <IssueLink issueKey={issueKey} /> }}
      />
    </p>
  );
}
