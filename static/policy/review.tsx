import { useRef } from 'react';
import { ActionProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import type { People } from '../ui/person';
import { Text, useText } from '../ui/text';
import { ChangeList } from './change-list';
import { ConflictNotice } from './conflict-notice';
import { toPolicy } from './model/draft';
import type { UserField } from './model/jira-shapes';
import type { OwnerKind } from './owner-kind';
import { PreviewPart } from './preview-part';
import type { Editor } from './use-editor';

/** What saving would change, and what stood in the way of it. */
export function Review({
  editor,
  kind,
  fields,
  people,
}: {
  editor: Editor;
  kind: OwnerKind;
  fields: readonly UserField[];
  people: People;
}) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { changes, problem, conflict } = editor;
  /** The buttons that settle it are gone afterwards: the focus goes to what is to be decided next. */
  const settle = (how: () => void) => () => {
    how();
    heading.current?.focus();
  };
  return (
    <Section id="hf-review" title={<Text id="policy.review" />} headingRef={heading}>
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
    </Section>
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
        <h3 className="hf-title">
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
