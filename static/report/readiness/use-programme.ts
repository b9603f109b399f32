import { useCallback, useState } from 'react';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import type { Input } from '../../../src/contract/inputs';
import { useAnnounce } from '../../ui/announcer';
import { call, type Problem } from '../../ui/call';
import { useText } from '../../ui/text';
import { useCall, type Live } from '../../ui/use-call';
import { useWhenSeen } from '../../ui/use-when-seen';

/** The calls that change a programme. */
export type Change = 'start' | 'choose' | 'watch' | 'reinforce' | 'decide';

type InputOf<C extends Change> = Omit<Input<`readiness/${C}`>, 'version'>;

export interface Programming {
  readonly live: Live<ReadinessAnswer>;
  /** Sends a change against the version that is shown. True when it was saved. */
  readonly change: <C extends Change>(what: C, input: InputOf<C>) => Promise<boolean>;
  readonly sending: boolean;
  /** Why the latest change was not saved; `conflict`: somebody else was faster, and what they did is shown. */
  readonly problem: Problem | 'conflict' | null;
}

/** The project's programme, and the only way from this page to change it. */
export function useProgramme(): Programming {
  const t = useText();
  const announce = useAnnounce();
  const live = useCall('readiness/get', {});
  const { loaded, reload, replace } = live;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | 'conflict' | null>(null);
  // A reinforcement is saved on another page.
  useWhenSeen(useCallback(() => void reload(), [reload]));

  const change: Programming['change'] = async (what, input) => {
    if (loaded.status !== 'ready' || sending) return false;
    setSending(true);
    setProblem(null);
    const key = `readiness/${what}` as const;
    // Each call's input is its own plus the version; the compiler loses that across the template.
    const sent = { ...input, version: loaded.data.version } as Input<typeof key>;
    const answer = await call(key, sent);
    if (answer.ok) {
      replace(answer);
      announce(t(what === 'start' ? 'readiness.saved.started' : 'readiness.saved.changed'));
    } else if (answer.error.code === 'changed-meanwhile') {
      await reload();
      setProblem('conflict');
    } else {
      setProblem(answer.error);
    }
    setSending(false);
    return answer.ok;
  };
  return { live, change, sending, problem };
}
