import { useEffect, useRef, useState } from 'react';
import type { BrakeOn } from '../../src/domain/policy/brake';
import type { Mode } from '../../src/domain/policy/rules';
import { call } from '../ui/call';

/** `asking`: no answer yet. `not-known`: it was refused, or nobody answered. */
export type ModeInForce = Mode | 'asking' | 'not-known';

/** Whoever presses Add before the answer is there waits so long for it. */
const TIMEOUT_MS = 3_000;

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });

/**
 * The mode in force where the workflow is used, asked once when the page opens.
 *
 * @returns What is known of it now, and the mode to save, undefined where it cannot be learnt in time.
 */
export function useModeInForce(projectId: string | undefined): {
  readonly mode: ModeInForce;
  /** Everything observes for now, whatever rule and policy say. */
  readonly brake: BrakeOn | undefined;
  readonly learnt: () => Promise<Mode | undefined>;
} {
  const [mode, setMode] = useState<ModeInForce>('asking');
  const [brake, setBrake] = useState<BrakeOn>();
  const answer = useRef<Promise<Mode | undefined>>(undefined);
  useEffect(() => {
    const asked = call('rule/mode', projectId === undefined ? {} : { projectId }).then((said) => {
      if (said.ok) setBrake(said.brake);
      return said.ok ? said.mode : undefined;
    });
    answer.current = asked;
    void asked.then((known) => setMode(known ?? 'not-known'));
  }, [projectId]);
  return {
    mode,
    brake,
    learnt: () => Promise.race([answer.current ?? Promise.resolve(undefined), after(TIMEOUT_MS)]),
  };
}
