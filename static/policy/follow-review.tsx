import { useEffect, useRef } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { ActionProblem } from '../ui/call-problem';
import type { People } from '../ui/person';
import { Text, useText } from '../ui/text';
import { ChangeList } from './change-list';
import { changesBetween } from '../../src/domain/policy/changes';
import type { UserField } from './model/jira-shapes';
import { PreviewPart } from './preview-part';
import type { Editor, SaveOutcome } from './use-editor';

/** What following the site again would change, before it is done. */
export function FollowReview({
  editor,
  fields,
  people,
  onFollow,
  onCancel,
}: {
  editor: Editor;
  fields: readonly UserField[];
  people: People;
  onFollow: () => Promise<SaveOutcome>;
  onCancel: () => void;
}) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { above, base, saving, problem } = editor;
  const changes = changesBetween(base, above);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="hf-card">
      <Stack space="space.100">
        <h3 className="hf-title" ref={heading} tabIndex={-1}>
          <Text id="policy.followReview" />
        </h3>
        {changes.length === 0 ? (
          <p>
            <Text id="policy.followNothing" />
          </p>
        ) : (
          <>
            <ChangeList changes={changes} to={above} fields={fields} people={people} />
            <PreviewPart policy={above} />
          </>
        )}
        {problem && <ActionProblem problem={problem} />}
        <div className="hf-actions">
          <Button appearance="primary" isLoading={saving} onClick={() => void onFollow()}>
            {t('policy.followConfirm')}
          </Button>
          <Button appearance="subtle" onClick={onCancel}>
            {t('policy.followCancel')}
          </Button>
        </div>
      </Stack>
    </div>
  );
}
