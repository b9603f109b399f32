import { useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { Policy } from '../../src/domain/policy/policy';
import { BrakeNotice } from '../ui/brake-notice';
import { LoadProblem } from '../ui/call-problem';
import { Text, useText } from '../ui/text';
import { byConsequence, previewFigures, type Preview } from './model/preview';
import { onlyEpics } from './model/types';
import { useJiraNames } from './names';
import { PreviewList } from './preview-list';
import { usePreview } from './use-preview';

/** So many items at first; the rest on request. */
const SHOWN = 20;

/** What saving would change for the work items that are open now. */
export function PreviewPart({ policy }: { policy: Policy }) {
  const t = useText();
  const { preview, stop, goOn } = usePreview(policy);
  const [all, setAll] = useState(false);
  const items = useMemo(() => byConsequence(preview.changed), [preview.changed]);
  const shown = all ? items : items.slice(0, SHOWN);
  const { state } = preview;
  return (
    <Stack space="space.100">
      <h3 className="hf-title">
        <Text id="preview.title" />
      </h3>
      <div role="status">
        <Headline preview={preview} policy={policy} />
      </div>
      {state.kind === 'loading' && (
        <Inline space="space.150" alignBlock="center">
          <progress
            aria-label={t('preview.progress')}
            {...(preview.total !== null && {
              max: Math.max(preview.total, preview.looked, 1),
              value: preview.looked,
            })}
          />
          <Button spacing="compact" appearance="subtle" onClick={stop}>
            {t('preview.stop')}
          </Button>
        </Inline>
      )}
      {state.kind === 'paused' && (
        <div className="hf-actions">
          <span className="hf-subtle">
            <Text
              id="preview.paused"
              values={{ looked: preview.looked, total: Math.max(preview.total ?? 0, preview.looked) }}
            />
          </span>
          <Button spacing="compact" onClick={goOn}>
            {t('preview.goOn')}
          </Button>
        </div>
      )}
      {state.kind === 'failed' && <LoadProblem problem={state.problem} onRetry={goOn} />}
      <BrakeNotice brake={preview.brake} />
      {shown.length > 0 && <PreviewList items={shown} />}
      {shown.length < items.length && (
        <div>
          <Button spacing="compact" appearance="subtle" onClick={() => setAll(true)}>
            {t('preview.showAll', { count: items.length })}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Headline({ preview, policy }: { preview: Preview; policy: Policy }) {
  const { looked, total, state } = preview;
  const figures = previewFigures(preview);
  const epics = onlyEpics(policy.workItemTypes, useJiraNames().types);
  const values = { ...figures, looked, kind: epics ? 'epics' : 'items' };
  if (looked === 0) {
    if (state.kind === 'loading') return <p className="hf-subtle">{<Text id="preview.looking" />}</p>;
    return state.kind === 'done' ? (
      <p>
        <Text id="preview.noItems" />
      </p>
    ) : null;
  }
  return (
    <>
      <p className="hf-medium">
        <Text id={preview.changed.length === 0 ? 'preview.nothing' : 'preview.headline'} values={values} />{' '}
        {figures.otherwise > 0 && <Text id="preview.otherwise" values={values} />}
      </p>
      {preview.notKnown > 0 && (
        <p>
          <Text id="preview.notKnownOf" values={{ count: preview.notKnown }} />
        </p>
      )}
      {state.kind !== 'done' && (
        <p className="hf-subtle hf-small">
          <Text id="preview.soFar" values={{ looked, total: Math.max(total ?? 0, looked) }} />
        </p>
      )}
    </>
  );
}
