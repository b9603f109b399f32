import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { AwayAnswer } from '../../src/contract/answers';
import type { IsoDate, PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { ActionProblem } from '../ui/call-problem';
import { DatePicker } from '../ui/date-picker';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import './texts';

/** From when to when, and who stands in: for the reader, or for somebody an administrator says it for. */
export function AwayForm({
  accountId,
  onSaved,
  onCancel,
}: {
  accountId?: string | undefined;
  onSaved: (answer: AwayAnswer) => void;
  onCancel?: () => void;
}) {
  const t = useText();
  const [from, setFrom] = useState<IsoDate | ''>('');
  const [to, setTo] = useState<IsoDate | ''>('');
  const [standIn, setStandIn] = useState<PersonFact | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (from === '' || to === '') return;
    setSaving(true);
    const answer = await call('away/set', {
      from,
      to,
      standInAccountId: standIn?.accountId ?? null,
      ...(accountId !== undefined && { accountId }),
    });
    setSaving(false);
    if (answer.ok) onSaved(answer);
    else setProblem(answer.error);
  };
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <Stack space="space.150">
      <div className="hf-away-days">
        <DatePicker
          label={t('people.first')}
          value={from}
          isRequired
          error={errorOf('from')}
          onChange={setFrom}
        />
        <DatePicker label={t('people.last')} value={to} isRequired error={errorOf('to')} onChange={setTo} />
      </div>
      <div className="hf-away-person">
        <PersonPicker
          label={t('people.standIn')}
          help={t('people.standInHelp')}
          value={standIn}
          error={errorOf('standInAccountId')}
          onChange={setStandIn}
        />
      </div>
      {problem && problem.field === undefined && (
        <ActionProblem problem={problem} onCheck={() => setProblem(null)} />
      )}
      <Inline space="space.100">
        <Button
          appearance="primary"
          isLoading={saving}
          isDisabled={from === '' || to === ''}
          onClick={() => void save()}
        >
          {t('people.setAway')}
        </Button>
        {onCancel && (
          <Button appearance="subtle" onClick={onCancel}>
            {t('people.cancel')}
          </Button>
        )}
      </Inline>
    </Stack>
  );
}
