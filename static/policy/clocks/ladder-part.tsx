import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import {
  CAUSES,
  defaultLadder,
  type Cause,
  type Ladder,
  type Rung,
} from '../../../src/domain/policy/escalation';
import { useAnnounce } from '../../ui/announcer';
import { Part } from '../../ui/choices';
import { Text, useText } from '../../ui/text';
import { sameRungs, withoutRung } from '../../../src/domain/policy/clock-changes';
import { MOST_RUNGS, openRung, withOpenRung, type OpenRung } from '../model/clocks-draft';
import type { DraftError } from '../model/draft';
import { RungForm } from './rung-form';
import { rungWords, type LadderWords } from './words';

/** Who is told when a clock has run out, rung by rung. */
export function LadderPart({
  words,
  ladder,
  open,
  errors,
  isDisabled,
  onOpen,
  onChange,
  children,
}: {
  words: LadderWords;
  ladder: Ladder;
  open: OpenRung | null;
  errors: readonly DraftError[];
  isDisabled: boolean;
  onOpen: (open: OpenRung | null) => void;
  onChange: (cause: Cause, rungs: readonly Rung[]) => void;
  /** What concerns every rung. */
  children: ReactNode;
}) {
  const t = useText();
  const crowded = errors.flatMap((error) => (error.field === 'ladder' ? [error.cause] : []));
  return (
    <Part
      legend={t('clocks.ladder')}
      help={
        <>
          <Text id="clocks.ladderHelp" /> <Text id="clocks.sponsorHelp" />
        </>
      }
    >
      {children}
      <div className="hf-ladder" id="hf-ladder" tabIndex={-1}>
        {CAUSES.map((cause) => (
          <CauseRungs
            key={cause}
            cause={cause}
            words={words}
            rungs={ladder[cause]}
            open={open?.cause === cause ? open : null}
            isUnfinished={errors.some(({ field }) => field === 'rung')}
            isCrowded={crowded.includes(cause)}
            isDisabled={isDisabled}
            onOpen={onOpen}
            onChange={(rungs) => onChange(cause, rungs)}
          />
        ))}
      </div>
    </Part>
  );
}

function CauseRungs({
  cause,
  words,
  rungs,
  open,
  isUnfinished,
  isCrowded,
  isDisabled,
  onOpen,
  onChange,
}: {
  cause: Cause;
  words: LadderWords;
  rungs: readonly Rung[];
  /** The rung of this cause that is being written. */
  open: OpenRung | null;
  isUnfinished: boolean;
  isCrowded: boolean;
  isDisabled: boolean;
  onOpen: (open: OpenRung | null) => void;
  onChange: (rungs: readonly Rung[]) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const heading = `hf-ladder-${cause}`;
  const name = t(`clocks.cause.${cause}`);
  /** What had the focus is gone or has changed: it goes on from the heading. */
  const settle = (said?: string) => {
    if (said !== undefined) announce(said);
    requestAnimationFrame(() => document.getElementById(heading)?.focus());
  };
  const form = open && (
    <RungForm
      key={`${cause} ${open.was ?? 'new'}`}
      open={open}
      rungs={rungs}
      words={words}
      isUnfinished={isUnfinished}
      onType={onOpen}
      onUse={() => {
        onChange(withOpenRung(rungs, open));
        settle(t('clocks.rungUsed'));
      }}
      onCancel={() => {
        onOpen(null);
        settle();
      }}
    />
  );
  return (
    <section className="hf-cause" aria-labelledby={heading}>
      <h3 className="hf-cause-name" id={heading} tabIndex={-1}>
        {name}
      </h3>
      {rungs.length === 0 && !open && (
        <p className="hf-subtle">
          <Text id="clocks.rungNone" />
        </p>
      )}
      <ol className="hf-rungs">
        {rungs.map((rung) => {
          const sentence = rungWords(rung, cause, words);
          if (open?.was === rung.afterHours) return <li key={rung.afterHours}>{form}</li>;
          return (
            <li key={rung.afterHours} className="hf-rung">
              <span>{sentence}</span>
              {!isDisabled && (
                <span className="hf-rung-acts">
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={t('clocks.rungChangeNamed', { rung: sentence })}
                    onClick={() => onOpen(openRung(cause, rung))}
                  >
                    {t('clocks.rungChange')}
                  </Button>
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={t('clocks.rungRemoveNamed', { rung: sentence })}
                    onClick={() => {
                      onChange(withoutRung(rungs, rung));
                      settle(t('clocks.rungRemoved'));
                    }}
                  >
                    {t('clocks.rungRemove')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
        {open?.was === null && <li>{form}</li>}
      </ol>
      {isCrowded && (
        <p className="hf-error" data-error="" tabIndex={-1}>
          <Text id="clocks.error.ladder" values={{ cause: name }} />
        </p>
      )}
      {!isDisabled && !open && (
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
              onClick={() => {
                onChange(defaultLadder[cause]);
                settle(t('clocks.rungRestored'));
              }}
            >
              {t('clocks.rungDefault')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
