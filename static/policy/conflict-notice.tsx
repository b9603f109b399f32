import Button from '@atlaskit/button/default/button';
import type { Change } from '../../src/domain/policy/changes';
import { Notice } from '../ui/notice';
import type { People } from '../ui/person';
import { Text, useText } from '../ui/text';
import { ChangeList } from './change-list';
import type { UserField } from './model/jira-shapes';
import type { Editor } from './use-editor';

/** Somebody else saved the policy meanwhile: what they changed, and the two ways to go on. */
export function ConflictNotice({
  conflict,
  ours,
  fields,
  people,
  onMine,
  onTheirs,
}: {
  conflict: NonNullable<Editor['conflict']>;
  ours: readonly Change[];
  fields: readonly UserField[];
  people: People;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useText();
  return (
    <Notice
      tone="warning"
      urgent
      title={t('policy.conflictTitle')}
      actions={
        <>
          <Button spacing="compact" onClick={onMine}>
            {t('policy.conflictMine')}
          </Button>
          <Button spacing="compact" appearance="subtle" onClick={onTheirs}>
            {t('policy.conflictTheirs')}
          </Button>
        </>
      }
    >
      <p>
        <Text id="policy.conflictBody" />
      </p>
      <h3 className="hf-title">
        <Text id="policy.conflictTheirChanges" />
      </h3>
      {conflict.theirs.length === 0 ? (
        <p>
          <Text id="policy.conflictNothing" />
        </p>
      ) : (
        <ChangeList
          changes={conflict.theirs}
          to={conflict.policy}
          against={ours}
          fields={fields}
          people={people}
        />
      )}
    </Notice>
  );
}
