import { useEffect, useState } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyAnswer } from '../../../src/contract/answers';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { policyCalls } from '../owner-kind';

type Attached = NonNullable<PolicyAnswer['attached']>;

/** How often the page looks whether the rule was asked, while somebody waits for it. */
const LOOK_MS = 5_000;

/** Which borders were asked, looked at anew until both were. */
function useAttached(first: Attached): Attached {
  const [attached, setAttached] = useState(first);
  const isDone = attached.start && attached.finish;
  useEffect(() => {
    if (isDone) return;
    let left = false;
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      void policyCalls.project.get().then((answer) => {
        if (!left && answer.ok && answer.attached) setAttached(answer.attached);
      });
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [isDone]);
  return attached;
}

/** The way to the project's workflow, and two ticks that come by themselves once a transition asks. */
export function Attach({ projectKey, first }: { projectKey: string; first: Attached }) {
  const t = useText();
  const attached = useAttached(first);
  const open = (): void =>
    void router.open({ target: 'projectSettingsDetails', projectKey }).catch(() => undefined);
  return (
    <Stack space="space.150">
      <ol className="hf-set-up-list">
        <li>
          <Text id="setup.attachOpen" />
        </li>
        <li>
          <Text id="setup.attachRule" />
        </li>
        <li>
          <Text id="setup.attachTry" />
        </li>
      </ol>
      <div>
        <Button onClick={open}>{t('setup.openWorkflow')}</Button>
      </div>
      <ul className="hf-set-up-ticks" role="status">
        {(['start', 'finish'] as const).map((checkpoint) => (
          <li key={checkpoint}>
            <StateWord tone={attached[checkpoint] ? 'good' : 'waiting'}>
              {t(attached[checkpoint] ? 'setup.asked' : 'setup.notAsked')}
            </StateWord>{' '}
            <Text id="setup.border" values={{ checkpoint }} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
