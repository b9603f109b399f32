import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { defaultLadder, type Cause, type Rung } from '../../../src/domain/policy/notice-steps';
import { sameRungs, withoutRung } from '../../../src/domain/policy/clock-changes';
import { useAnnounce } from '../../ui/announcer';
import { Text, useText } from '../../ui/text';
import { MOST_RUNGS, openRung, withOpenRung, type OpenRung } from '../model/clocks-draft';
import { RungForm } from './rung-form';
import { rungWords, type LadderWords } from './words';

interface Props {
  readonly cause: Cause;
  readonly words: LadderWords;
  readonly rungs: readonly Rung[];
  /** The step of this cause that is being written. */
  readonly open: OpenRung | null;
  readonly isUnfinished: boolean;
  readonly isCrowded: boolean;
  readonly isDisabled: boolean;
  readonly onOpen: (open: OpenRung | null) => void;
  readonly onChange: (rungs: readonly Rung[]) => void;
}

const headingOf = (cause: Cause): string => `hf-ladder-${cause}`;

/** Changes that say what they did; what had the focus is gone or has changed, so it goes on from the heading. */
function useStepChanges({ cause, rungs, open, onOpen, onChange }: Props) {
  const t = useText();
  const announce = useAnnounce();
  const settle = (said?: string) => {
    if (said !== undefined) announce(said);
    requestAnimationFrame(() => document.getElementById(headingOf(cause))?.focus());
  };
  return {
    use: () => {
      if (open) onChange(withOpenRung(rungs, open));
      settle(t('clocks.rungUsed'));
    },
    cancel: () => {
      onOpen(null);
      settle();
    },
    remove: (rung: Rung) => {
      onChange(withoutRung(rungs, rung));
      settle(t('clocks.rungRemoved'));
    },
    restore: () => {
      onChange(defaultLadder[cause]);
      settle(t('clocks.rungRestored'));
    },
  };
}

/** The steps of one cause: to read, to write, to remove, to put back. */
export function CauseSteps(props: Props) {
  const { cause, words, rungs, open, isUnfinished, isCrowded, isDisabled, onOpen } = props;
  const t = useText();
  const changes = useStepChanges(props);
  const name = t(`clocks.cause.${cause}`);
  const form = open && (
    <RungForm
      key={`${cause} ${open.was ?? 'new'}`}
      open={open}
      rungs={rungs}
      words={words}
      isUnfinished={isUnfinished}
      onType={onOpen}
      onUse={changes.use}
      onCancel={changes.cancel}
    />
  );
  return (
    <section className="hf-cause" aria-labelledby={headingOf(cause)}>
      <Stack space="space.075">
        <h3 className="hf-title" id={headingOf(cause)} tabIndex={-1}>
          {name}
        </h3>
        {rungs.length === 0 && !open && (
          <p className="hf-subtle">
            <Text id="clocks.rungNone" />
          </p>
        )}
        <Stack as="ol" role="list" space="space.025">
          {rungs.map((rung) =>
            open?.was === rung.afterHours ? (
              <li key={rung.afterHours}>{form}</li>
            ) : (
              <StepLine
                key={rung.afterHours}
                sentence={rungWords(rung, cause, words)}
                isDisabled={isDisabled}
                onOpen={() => onOpen(openRung(cause, rung))}
                onRemove={() => changes.remove(rung)}
              />
            ),
          )}
          {open?.was === null && <li>{form}</li>}
        </Stack>
        {isCrowded && (
          <p className="hf-error" data-error="" tabIndex={-1}>
            <Text id="clocks.error.ladder" values={{ cause: name }} />
          </p>
        )}
        {!isDisabled && !open && <CauseActions {...props} name={name} onRestore={changes.restore} />}
      </Stack>
    </section>
  );
}

function StepLine({
  sentence,
  isDisabled,
  onOpen,
  onRemove,
}: {
  sentence: string;
  isDisabled: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const t = useText();
  return (
    <Inline
      as="li"
      space="space.200"
      rowSpace="space.0"
      alignBlock="center"
      spread="space-between"
      shouldWrap
    >
      <span className="hf-wide">{sentence}</span>
      {!isDisabled && (
        <Inline as="span" space="space.0">
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('clocks.rungChangeNamed', { rung: sentence })}
            onClick={onOpen}
          >
            {t('clocks.rungChange')}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('clocks.rungRemoveNamed', { rung: sentence })}
            onClick={onRemove}
          >
            {t('clocks.rungRemove')}
          </Button>
        </Inline>
      )}
    </Inline>
  );
}

function CauseActions({
  cause,
  rungs,
  name,
  onOpen,
  onRestore,
}: Pick<Props, 'cause' | 'rungs' | 'onOpen'> & { name: string; onRestore: () => void }) {
  const t = useText();
  return (
    <div className="hf-actions">
      {rungs.length < MOST_RUNGS ? (
        <Button
          spacing="compact"
          aria-label={t('clocks.rungAddNamed', { cause: name })}
          onClick={() => onOpen(openRung(cause, null))}
        >
          {t('clocks.rungAdd')}
        </Button>
      ) : (
        <span className="hf-subtle hf-small">
          <Text id="clocks.rungMost" />
        </span>
      )}
      {!sameRungs(rungs, defaultLadder[cause]) && (
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={t('clocks.rungDefaultNamed', { cause: name })}
          onClick={onRestore}
        >
          {t('clocks.rungDefault')}
        </Button>
      )}
    </div>
  );
}
