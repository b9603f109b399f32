import { useState } from 'react';
import { Inline, Stack } from '@atlaskit/primitives';
import {
  HEARD,
  HEARD_DAILY,
  type Heard,
  type NoticeKind,
  type Preferences,
} from '../../src/domain/notices/preferences';
import { call, type Problem } from '../ui/call';
import { ActionProblem, LoadProblem } from '../ui/call-problem';
import { Choice } from '../ui/choice';
import { SkeletonLines } from '../ui/skeleton';
import { useText, type PlainTextId } from '../ui/text';
import { useCall } from '../ui/use-call';

const kinds: readonly {
  readonly kind: NoticeKind;
  readonly label: PlainTextId;
  readonly choices: readonly Heard[];
}[] = [
  { kind: 'asked', label: 'commitments.hearingAsked', choices: HEARD },
  { kind: 'answers', label: 'commitments.hearingAnswers', choices: HEARD },
  { kind: 'reminders', label: 'commitments.hearingReminders', choices: HEARD_DAILY },
  { kind: 'changed', label: 'commitments.hearingChanged', choices: HEARD_DAILY },
];

const words: Readonly<Record<Heard, PlainTextId>> = {
  'at-once': 'commitments.heardAtOnce',
  day: 'commitments.heardDay',
  page: 'commitments.heardPage',
};

/** One choice a kind, kept as soon as it is made. */
export function HearingForm() {
  const t = useText();
  const { loaded, reload, replace } = useCall('notice/preferences', {});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  if (loaded.status === 'loading') return <SkeletonLines lines={4} />;
  if (loaded.status === 'failed')
    return <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />;
  const { choices } = loaded.data;
  const choose = async (chosen: Preferences): Promise<void> => {
    setSaved(false);
    setProblem(null);
    replace({ ok: true, choices: chosen });
    const answer = await call('notice/preferences', { choices: chosen });
    if (answer.ok) {
      setSaved(true);
      return;
    }
    replace({ ok: true, choices });
    setProblem(answer.error);
  };
  return (
    <Stack space="space.150">
      <Inline space="space.200" shouldWrap>
        {kinds.map(({ kind, label, choices: all }) => (
          <Choice
            key={kind}
            label={t(label)}
            value={choices[kind]}
            options={all.map((value) => ({ value, label: t(words[value]) }))}
            onChange={(value) => void choose({ ...choices, [kind]: value })}
          />
        ))}
      </Inline>
      <p className="hf-subtle">{t('commitments.hearingEscalations')}</p>
      {problem && <ActionProblem problem={problem} onCheck={reload} />}
      <p className="hf-subtle" role="status">
        {saved && t('commitments.hearingSaved')}
      </p>
    </Stack>
  );
}
