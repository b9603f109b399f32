import { useRef } from 'react';
import Button from '@atlaskit/button/new';
import { ActionProblem } from '../ui/call-problem';
import type { People } from '../ui/person';
import { Text, useText } from '../ui/text';
import { ChangeList } from './change-list';
import { ConflictNotice } from './conflict-notice';
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
        <ConflictNotice
          conflict={conflict}
          ours={changes}
          fields={fields}
          people={people}
          onMine={settle(editor.putOnTop)}
          onTheirs={settle(editor.takeTheirs)}
        />
      )}
      <OwnChanges editor={editor} kind={kind} fields={fields} people={people} />
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

/** What saving would change, beside what others changed meanwhile, and what it would do to the open items. */
function OwnChanges({
  editor: { changes, touched, conflict, draft, base },
  kind,
  fields,
  people,
}: {
  editor: Editor;
  kind: OwnerKind;
  fields: readonly UserField[];
  people: People;
}) {
  const policy = toPolicy(draft, base);
  if (changes.length === 0) {
    return (
      <p className="hf-subtle">
        <Text id={touched ? 'policy.reviewUnreadable' : 'policy.reviewNothing'} />
      </p>
    );
  }
  return (
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
  );
}
