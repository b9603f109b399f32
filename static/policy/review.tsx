import { useRef } from 'react';
import Button from '@atlaskit/button/new';
import { ActionProblem } from '../ui/call-problem';
import { Notice } from '../ui/notice';
import type { People } from '../ui/person';
import { Text, useText } from '../ui/text';
import { ChangeList } from './change-list';
import { toPolicy } from './model/draft';
import type { UserField } from './model/jira-shapes';
import type { OwnerKind } from './owner-kind';
import { PreviewPart } from './preview-part';
import type { Editor, SaveOutcome } from './use-editor';

/** What saving would change, and the way to save it. */
export function Review({
  editor,
  kind,
  fields,
  people,
  onSave,
}: {
  editor: Editor;
  kind: OwnerKind;
  fields: readonly UserField[];
  people: People;
  onSave: () => Promise<SaveOutcome>;
}) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { changes, touched, errors, saving, problem, conflict, deciding, inherited } = editor;
  /** Taking what holds anyway for one's own is a decision too. */
  const decides = deciding && inherited;
  const policy = toPolicy(editor.draft, editor.base);
  /** The buttons that settle it are gone afterwards: the focus goes to what is to be decided next. */
  const settle = (how: () => void) => () => {
    how();
    heading.current?.focus();
  };
  /** The button sleeps while it saves and loses the focus; the result is told under the heading. */
  const save = async () => {
    if ((await onSave()) !== 'invalid') heading.current?.focus();
  };
  return (
    <section className="hf-part" aria-labelledby="hf-review">
      <h2 id="hf-review" ref={heading} tabIndex={-1}>
        <Text id="policy.review" />
      </h2>
      {conflict && (
        <Notice
          tone="warning"
          urgent
          title={t('policy.conflictTitle')}
          actions={
            <>
              <Button spacing="compact" onClick={settle(editor.putOnTop)}>
                {t('policy.conflictMine')}
              </Button>
              <Button spacing="compact" appearance="subtle" onClick={settle(editor.takeTheirs)}>
                {t('policy.conflictTheirs')}
              </Button>
            </>
          }
        >
          <p>
            <Text id="policy.conflictBody" />
          </p>
          <h3 className="hf-conflict-heading">
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
              against={changes}
              fields={fields}
              people={people}
            />
          )}
        </Notice>
      )}
      {changes.length === 0 ? (
        <p className="hf-subtle">
          <Text id={touched ? 'policy.reviewUnreadable' : 'policy.reviewNothing'} />
        </p>
      ) : (
        <>
          {conflict && (
            <h3 className="hf-conflict-heading">
              <Text id="policy.conflictYourChanges" />
            </h3>
          )}
          <ChangeList
            changes={changes}
            to={policy}
            against={conflict?.theirs ?? []}
            fields={fields}
            people={people}
          />
          {kind === 'site' && (
            <p className="hf-subtle hf-small">
              <Text id="steps.previewSite" />
            </p>
          )}
          {kind === 'project' && !conflict && <PreviewPart key={JSON.stringify(policy)} policy={policy} />}
        </>
      )}
      {problem && <ActionProblem problem={problem} kept={t('ui.keptTyped')} />}
      {errors.length > 0 && (
        <p className="hf-error" role="alert">
          <Text id="policy.formErrors" values={{ count: errors.length }} />
        </p>
      )}
      <div className="hf-actions">
        <Button
          appearance="primary"
          isDisabled={(!touched && !decides) || conflict !== null}
          isLoading={saving}
          onClick={() => void save()}
        >
          {decides ? t('policy.saveDecision') : t('policy.save', { count: changes.length })}
        </Button>
        {touched && !conflict && (
          <Button appearance="subtle" isDisabled={saving} onClick={settle(editor.discard)}>
            {t('policy.discard')}
          </Button>
        )}
      </div>
    </section>
  );
}
