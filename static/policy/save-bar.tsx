import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Text, useText } from '../ui/text';
import { useHiddenBelow } from '../ui/use-hidden-below';
import type { Editor, SaveOutcome } from './use-editor';

/** How much is not saved yet and the way to save it, in sight wherever on the page the reader is. */
export function SaveBar({ editor, onSave }: { editor: Editor; onSave: () => Promise<SaveOutcome> }) {
  const t = useText();
  const { changes, touched, errors, saving, conflict, deciding, inherited } = editor;
  /** Taking what holds anyway for one's own is a decision too. */
  const decides = deciding && inherited;
  const hasToSave = touched || decides;
  const hidden = useHiddenBelow(hasToSave);
  /** The button sleeps while it saves and loses the focus. Only what went wrong is worth leaving one's place for. */
  const save = async () => {
    const outcome = await onSave();
    if (outcome !== 'invalid') focusReview({ preventScroll: outcome === 'saved' });
  };
  const discard = () => {
    editor.discard();
    focusReview({ preventScroll: true });
  };
  return (
    <div
      className={hasToSave ? 'hf-save-bar hf-save-bar-sticks' : 'hf-save-bar'}
      style={{ transform: hidden === 0 ? undefined : `translateY(-${hidden}px)` }}
    >
      <Inline space="space.150" rowSpace="space.050" alignBlock="center" shouldWrap>
        {changes.length > 0 && (
          <span className="hf-medium">
            <Text id="policy.unsaved" values={{ count: changes.length }} />
          </span>
        )}
        <Button
          appearance="primary"
          isDisabled={!hasToSave || conflict !== null}
          isLoading={saving}
          onClick={() => void save()}
        >
          {decides ? t('policy.saveDecision') : t('policy.save', { count: changes.length })}
        </Button>
        {touched && !conflict && (
          <Button appearance="subtle" isDisabled={saving} onClick={discard}>
            {t('policy.discard')}
          </Button>
        )}
        {errors.length > 0 && (
          <span className="hf-error" role="alert">
            <Text id="policy.formErrors" values={{ count: errors.length }} />
          </span>
        )}
      </Inline>
    </div>
  );
}

/** Goes to what saving would change, and what became of it. */
const focusReview = (how: FocusOptions): void => document.getElementById('hf-review')?.focus(how);
