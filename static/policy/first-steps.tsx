import { texts as steps } from '../../texts/compiled/en/steps';
import type { ReactNode } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import type { Checkpoint, Mode } from '../../src/domain/policy/rules';
import { Section } from '../ui/choices';
import { addTexts } from '../ui/locale';
import { Notice } from '../ui/notice';
import { Text, useText } from '../ui/text';
import { goTo } from './go-to';
import { toDraft, toPolicy } from './model/draft';
import { OpenCount } from './open-count';
import type { OwnerKind } from './owner-kind';
import type { Editor } from './use-editor';

addTexts(steps);

/** The way from nothing decided to a policy that holds; later, the reminder that it only observes. */
export function FirstSteps({
  editor,
  kind,
  projectKey,
}: {
  editor: Editor;
  kind: OwnerKind;
  projectKey: string;
}) {
  const t = useText();
  const { draft, base, inherited, deciding, setDeciding, edit } = editor;
  const policy = toPolicy(draft, base);
  const setMode = (mode: Mode) => () => {
    if (kind === 'project' && inherited && !deciding) setDeciding(true);
    edit(toDraft({ ...policy, mode }));
  };
  const backtest = kind === 'project' && (
    <Button spacing="compact" appearance="subtle" onClick={() => openBacktest(projectKey)}>
      {t('steps.backtest')}
    </Button>
  );
  if (!inherited || base.version > 0) {
    if (base.mode !== 'observe' || draft.policy.mode !== 'observe') return null;
    return (
      <Notice
        title={t('steps.observingTitle')}
        actions={
          <>
            <Button spacing="compact" onClick={setMode('enforce')}>
              {t('steps.enforceSet')}
            </Button>
            {backtest}
          </>
        }
      >
        <Text id="steps.observingBody" />
      </Notice>
    );
  }
  const blocking = (checkpoint: Checkpoint) =>
    Object.values(policy.rules).filter((severities) => severities[checkpoint] === 'block').length;
  return (
    <Section id="hf-steps" title={<Text id="steps.title" />}>
      <p className="hf-subtle">
        <Text id="steps.body" />
      </p>
      <ol>
        <Step
          title={t('steps.choose')}
          actions={
            <Button spacing="compact" onClick={goTo('hf-types')}>
              {t('steps.chooseGo')}
            </Button>
          }
        >
          <OpenCount policy={policy} projectKey={kind === 'project' ? projectKey : null} />
        </Step>
        <Step
          title={t('steps.rules')}
          actions={
            <Button spacing="compact" onClick={goTo('hf-rules')}>
              {t('steps.rulesGo')}
            </Button>
          }
        >
          <Text id="steps.rulesNow" values={{ start: blocking('start'), finish: blocking('finish') }} />
        </Step>
        <Step
          title={t('steps.observe')}
          actions={
            <>
              {policy.mode === 'observe' ? (
                <span className="hf-subtle">{t('steps.observeIs')}</span>
              ) : (
                <Button spacing="compact" onClick={setMode('observe')}>
                  {t('steps.observeSet')}
                </Button>
              )}
              {backtest}
            </>
          }
        >
          <Text id="steps.observeHelp" />
        </Step>
        <Step title={t('steps.enforce')}>
          <Text id="steps.enforceHelp" />
        </Step>
      </ol>
    </Section>
  );
}

function Step({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <li>
      <strong>{title}</strong> <span className="hf-subtle">{children}</span>
      {actions !== undefined && <div className="hf-actions">{actions}</div>}
    </li>
  );
}

const openBacktest = (projectKey: string) =>
  void router
    .navigate({ target: 'module', moduleKey: 'gap-report', projectKey, path: '?tab=backtest' })
    .catch(() => undefined);
