import type { ReactNode } from 'react';
import {
  CAUSES,
  type Cause,
  type EscalationPlan,
  type EscalationStep,
} from '../../../src/domain/policy/notice-steps';
import { Part } from '../../ui/choices';
import { Text, useText } from '../../ui/text';
import type { OpenStep } from '../model/clocks-draft';
import type { DraftError } from '../model/draft';
import { CauseSteps } from './cause-steps';
import type { EscalationWords } from './words';

/** Who is told when a clock has run out, step by step. */
export function EscalationPart({
  words,
  ladder,
  open,
  errors,
  isDisabled,
  onOpen,
  onChange,
  children,
}: {
  words: EscalationWords;
  ladder: EscalationPlan;
  open: OpenStep | null;
  errors: readonly DraftError[];
  isDisabled: boolean;
  onOpen: (open: OpenStep | null) => void;
  onChange: (cause: Cause, steps: readonly EscalationStep[]) => void;
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
            steps={ladder[cause]}
            open={open?.cause === cause ? open : null}
            isUnfinished={errors.some(({ field }) => field === 'step')}
            isCrowded={crowded.includes(cause)}
            isDisabled={isDisabled}
            onOpen={onOpen}
            onChange={(steps) => onChange(cause, steps)}
          />
        ))}
      </div>
    </Part>
  );
}
