import { useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RuleTestAnswer } from '../../src/contract/answers';
import type { TransitionRule } from '../../src/domain/policy/policy';
import { BrakeNotice } from '../ui/brake-notice';
import { call, type Failure } from '../ui/call';
import { ActionProblem } from '../ui/call-problem';
import { checkInput } from '../ui/check-input';
import { TextField } from '../ui/fields';
import { StateWord, type Tone } from '../ui/state-word';
import { Text, useText } from '../ui/text';

const tones = {
  refused: 'problem',
  told: 'attention',
  recorded: 'attention',
  waived: 'attention',
  passes: 'good',
  untouched: 'quiet',
  'not-known': 'attention',
} as const satisfies Record<RuleTestAnswer['outcome'], Tone>;

/** Tries the settings, as they stand on the page, on one work item: what Jira would show if it were moved now. */
export function RuleTest({ rule }: { rule: TransitionRule }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly said: RuleTestAnswer | Failure }>();
  const settings = JSON.stringify(rule);

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkInput('rule/test', { issueKey: typed.trim(), rule });
    setError(checked.ok ? undefined : t('ui.errorIssueKey'));
    if (!checked.ok || busy) return;
    setBusy(true);
    setAnswer({ of: settings, said: await call('rule/test', checked.input) });
    setBusy(false);
  };

  return (
    <section className="hf-rule-test" aria-labelledby="hf-rule-test">
      <h2 className="hf-notice-title" id="hf-rule-test">
        <Text id="rule.testTitle" />
      </h2>
      <p className="hf-subtle">
        <Text id="rule.testHelp" />
      </p>
      <form className="hf-rule-try" noValidate onSubmit={(event) => void ask(event)}>
        <TextField
          label={t('rule.testKey')}
          isRequired
          value={typed}
          placeholder="EXP-1"
          maxLength={255}
          error={error}
          onChange={(value) => {
            setTyped(value.toUpperCase());
            setError(undefined);
          }}
        />
        <Button type="submit" isLoading={busy}>
          {t('rule.testAsk')}
        </Button>
      </form>
      <div role="status">
        {answer?.of === settings ? (
          <Said said={answer.said} />
        ) : (
          answer && (
            <p className="hf-subtle">
              <Text id="rule.testStale" />
            </p>
          )
        )}
      </div>
    </section>
  );
}

export function Said({ said }: { said: RuleTestAnswer | Failure }) {
  const t = useText();
  if (!said.ok) {
    return said.error.code === 'not-found' ? (
      <p>
        <Text id="rule.testHidden" />
      </p>
    ) : (
      <ActionProblem problem={said.error} />
    );
  }
  const { issueKey, summary, mode, outcome, lines } = said;
  return (
    <div className="hf-rule-said">
      <p>
        <b>{issueKey}</b> {summary}
      </p>
      <p>
        <StateWord tone={tones[outcome]}>{t(`rule.outcome.${outcome}`)}</StateWord>{' '}
        <Text id={`rule.outcomeHelp.${outcome}`} values={{ mode }} />
      </p>
      <BrakeNotice brake={said.brake} />
      {lines.length > 0 && (
        <blockquote className="hf-rule-quote">
          {lines.map((line, place) => (
            <p key={place}>{line}</p>
          ))}
        </blockquote>
      )}
      {said.waitsUnseen && (
        <p>
          <Text id="rule.testWaitsUnseen" />
        </p>
      )}
      {said.restsUnseen && (
        <p>
          <Text id="rule.testRestsUnseen" />
        </p>
      )}
    </div>
  );
}
