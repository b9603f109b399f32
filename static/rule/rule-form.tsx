import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { workflowRules } from '@forge/jira-bridge';
import type { RuleId } from '../../src/domain/policy/rules';
import type { TransitionRule } from '../../src/domain/policy/policy';
import { Checkbox } from '../ui/checkbox';
import { Part, RadioChoices } from '../ui/choices';
import { Columns } from '../ui/columns';
import { BrakeNotice } from '../ui/brake-notice';
import { Notice } from '../ui/notice';
import { PartBoundary } from '../ui/part-boundary';
import { RULE_GROUPS } from '../ui/rule-groups';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { CreateNotice } from './create-notice';
import { isOnCreate, savedRule, savedUnder, scopedProject, toConfiguration } from './model/saved-rule';
import { RuleSummary } from './rule-summary';
import { useModeInForce } from './use-mode-in-force';

const RuleTest = lazy(() => import('./rule-test').then((file) => ({ default: file.RuleTest })));

/** One transition's rule: which rules it asks, how firmly, and what an outage means. Jira's own button saves it. */
export function RuleForm() {
  const t = useText();
  const { extension } = useSurroundings();
  const [{ rule: first, state }] = useState(() => savedRule(extension));
  const [rule, setRule] = useState<TransitionRule>(first);
  const [unready, setUnready] = useState(false);
  const { mode: inForce, brake, learnt } = useModeInForce(scopedProject(extension));
  const latest = useRef({ rule, learnt });
  latest.current = { rule, learnt };

  useEffect(() => {
    // Jira asks when its Add or Update button is pressed; the answer must be what is on the screen then.
    workflowRules
      .onConfigure(async () => {
        const { rule: shown, learnt: asked } = latest.current;
        return toConfiguration(savedUnder(shown, await asked()));
      })
      .catch(() => setUnready(true));
  }, []);

  const mode = rule.mode === 'coach' || rule.mode === 'enforce' ? rule.mode : 'inherit';
  return (
    <div className="hf-rule">
      {unready && (
        <Notice tone="error" title={t('rule.unreadyTitle')} urgent>
          {t('rule.unreadyBody')}
        </Notice>
      )}
      {isOnCreate(extension) && <CreateNotice />}
      {state === 'damaged' && (
        <Notice tone="warning" title={t('rule.damagedTitle')}>
          {t('rule.damagedBody')}
        </Notice>
      )}
      <BrakeNotice brake={brake} />
      <Part legend={t('rule.checkpoint')}>
        <RadioChoices
          name="checkpoint"
          value={rule.checkpoint}
          isDisabled={false}
          onChange={(checkpoint) => setRule({ ...rule, checkpoint })}
          options={[
            { value: 'start', label: t('rule.start'), help: t('rule.startHelp') },
            { value: 'finish', label: t('rule.finish'), help: t('rule.finishHelp') },
          ]}
        />
      </Part>
      <Part legend={t('rule.mode')} help={t('rule.modeHelp')}>
        <RadioChoices
          name="mode"
          value={mode}
          isDisabled={false}
          onChange={(chosen) => {
            const { mode: _before, ...rest } = rule;
            setRule(chosen === 'inherit' ? rest : { ...rest, mode: chosen });
          }}
          options={[
            { value: 'inherit', label: t('rule.modeInherit'), help: t('rule.modeInheritHelp') },
            { value: 'coach', label: t('rule.modeCoach'), help: t('rule.modeCoachHelp') },
            { value: 'enforce', label: t('rule.modeEnforce'), help: t('rule.modeEnforceHelp') },
          ]}
        />
      </Part>
      <AlsoBlock rules={rule.alsoBlock} onChange={(alsoBlock) => setRule({ ...rule, alsoBlock })} />
      <Part legend={t('rule.outage')}>
        <RadioChoices
          name="outage"
          value={rule.onOutage}
          isDisabled={false}
          onChange={(onOutage) => setRule({ ...rule, onOutage })}
          options={[
            { value: 'closed', label: t('rule.outageClosed'), help: t('rule.outageClosedHelp') },
            { value: 'open', label: t('rule.outageOpen'), help: t('rule.outageOpenHelp') },
          ]}
        />
      </Part>
      <section className="hf-rule-told" aria-live="polite">
        <h2 className="hf-notice-title">
          <Text id="rule.summaryTitle" />
        </h2>
        <RuleSummary
          rule={savedUnder(rule, inForce === 'asking' || inForce === 'not-known' ? undefined : inForce)}
          asks={rule.checkpoint}
          isComplete={inForce !== 'asking'}
        />
        {inForce === 'not-known' && (
          <p className="hf-subtle">
            <Text id="rule.modeNotKnown" />
          </p>
        )}
      </section>
      <PartBoundary>
        <Suspense fallback={<SkeletonLines lines={3} />}>
          <RuleTest rule={rule} />
        </Suspense>
      </PartBoundary>
    </div>
  );
}

function AlsoBlock({
  rules,
  onChange,
}: {
  rules: readonly RuleId[];
  onChange: (rules: readonly RuleId[]) => void;
}) {
  const t = useText();
  return (
    <Part legend={t('rule.alsoBlock')} help={t('rule.alsoBlockHelp')}>
      {RULE_GROUPS.map((group) => (
        <div key={group.name} role="group" aria-labelledby={`group-${group.name}`} className="hf-rule-group">
          <div className="hf-label" id={`group-${group.name}`}>
            {t(`policy.group.${group.name}`)}
          </div>
          <Columns as="ul" least="300px">
            {group.rules.map((id) => (
              <li key={id}>
                <Checkbox
                  label={t(`policy.rule.${id}`)}
                  checked={rules.includes(id)}
                  onChange={(also) => onChange(also ? [...rules, id] : rules.filter((other) => other !== id))}
                />
              </li>
            ))}
          </Columns>
        </div>
      ))}
    </Part>
  );
}
