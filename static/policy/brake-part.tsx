import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyAnswer } from '../../src/contract/answers';
import { LIMITS } from '../../src/contract/input-parts';
import { LONGEST_BRAKE_DAYS, type BrakeOn } from '../../src/domain/policy/brake';
import { lastMomentOf } from '../../src/domain/time/local-date';
import { datePlus, type IsoDate } from '../../src/domain/time/time';
import { BrakeNotice } from '../ui/brake-notice';
import type { Failure, Problem } from '../ui/call';
import { ActionProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { DatePicker } from '../ui/date-picker';
import { TextArea } from '../ui/fields';
import { flag } from '../ui/flags';
import { Person, type People } from '../ui/person';
import { useSurroundings, useToday } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { brakeCalls, type OwnerKind } from './owner-kind';

interface Shown {
  readonly brake: BrakeOn | undefined;
  readonly people: People;
}

/** The emergency brake: everything to observe until a day, because of something; pulled and lifted here. */
export function BrakePart({
  loaded,
  kind,
  mayChange,
}: {
  loaded: PolicyAnswer;
  kind: OwnerKind;
  mayChange: boolean;
}) {
  const t = useText();
  const [shown, setShown] = useState<Shown>({ brake: loaded.brake, people: loaded.people });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { brake, people } = shown;
  const isOwn = brake?.of === kind;

  const send = async (ask: () => Promise<PolicyAnswer | Failure>, said: 'on' | 'off') => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setShown({ brake: answer.brake, people: answer.people });
    flag('success', t(`policy.brakeIs.${said}`));
  };

  return (
    <Section id="hf-brake" title={<Text id="policy.brake" />}>
      <Stack space="space.200">
        <p className="hf-subtle">
          <Text id={kind === 'site' ? 'policy.brakeHelpSite' : 'policy.brakeHelp'} />
        </p>
        <BrakeNotice
          brake={brake}
          actions={
            isOwn && mayChange ? (
              <Button
                spacing="compact"
                isLoading={busy}
                onClick={() => void send(brakeCalls[kind].lift, 'off')}
              >
                {t('policy.brakeLift')}
              </Button>
            ) : undefined
          }
        />
        {brake && (
          <p className="hf-subtle hf-small">
            <Text id="policy.brakeBy" values={{ who: <Person accountId={brake.by} people={people} /> }} />
          </p>
        )}
        {problem && <ActionProblem problem={problem} />}
        {mayChange && !isOwn && (
          <Pull
            kind={kind}
            busy={busy}
            onPull={(until, reason) => void send(() => brakeCalls[kind].apply({ until, reason }), 'on')}
          />
        )}
      </Stack>
    </Section>
  );
}

function Pull({
  kind,
  busy,
  onPull,
}: {
  kind: OwnerKind;
  busy: boolean;
  onPull: (until: string, reason: string) => void;
}) {
  const t = useText();
  const { timeZone } = useSurroundings();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<IsoDate | ''>(datePlus(today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const why = reason.trim();
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('policy.brakeOpen', { kind })}</Button>
      </div>
    );
  }
  return (
    <form
      className="hf-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (day !== '' && why !== '') onPull(lastMomentOf(day, timeZone), why);
      }}
    >
      <Stack space="space.150">
        <DatePicker
          label={t('policy.brakeUntil')}
          value={day}
          min={today}
          max={datePlus(today, LONGEST_BRAKE_DAYS - 1)}
          isRequired
          error={tried && day === '' ? t('policy.brakeDayNeeded') : undefined}
          onChange={setDay}
        />
        <TextArea
          label={t('policy.brakeReason')}
          value={reason}
          maxLength={LIMITS.text}
          isRequired
          error={tried && why === '' ? t('policy.brakeReasonNeeded') : undefined}
          onChange={setReason}
        />
        <div className="hf-actions">
          <Button type="submit" appearance="danger" isLoading={busy}>
            {t('policy.brakePull')}
          </Button>
          <Button appearance="subtle" onClick={() => setOpen(false)}>
            {t('policy.brakeCancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
