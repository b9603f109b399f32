import type { ReactNode } from 'react';
import { CAUSES, type Cause, type Ladder, type Rung } from '../../../src/domain/policy/notice-steps';
import { Part } from '../../ui/choices';
import { Text, useText } from '../../ui/text';
import type { OpenRung } from '../model/clocks-draft';
import type { DraftError } from '../model/draft';
import { CauseSteps } from './cause-steps';
import type { LadderWords } from './words';

/** Who is told when a clock has run out, step by step. */
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
  /** What concerns every step. */
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
      <div className="hf-ladder hf-place" id="hf-ladder" tabIndex={-1}>
        {CAUSES.map((cause) => (
          <CauseSteps
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
