import { CHECKPOINTS, RULES } from '../../../src/domain/policy/rules';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Behaviour } from '../../../src/domain/readiness/programme';
import { useText } from '../../ui/text';
import { ChooseUpToThree } from './choose-up-to-three';
import { groupText } from './words';

/** What most teams begin with: one owner who said yes, a yes to what was asked, and days that are kept. */
const SUGGESTED: readonly Behaviour[] = [
  { rule: 'owner.not-accepted', checkpoint: 'start' },
  { rule: 'agreement.unacknowledged', checkpoint: 'start' },
  { rule: 'agreement.overdue', checkpoint: 'finish' },
];

const nameOf = ({ rule, checkpoint }: Behaviour): string => `${rule}@${checkpoint}`;
const ALL: readonly Behaviour[] = CHECKPOINTS.flatMap((checkpoint) =>
  RULES.map((rule): Behaviour => ({ rule, checkpoint })),
);
const byName = (name: string): Behaviour | undefined => ALL.find((one) => nameOf(one) === name);

/** Weeks 1 and 2: behaviours, from the policy's own rules. */
export function ChooseForm({
  behaviours,
  policy,
  sending,
  onSave,
  onCancel,
}: {
  behaviours: readonly Behaviour[];
  policy: Policy;
  sending: boolean;
  onSave: (behaviours: Behaviour[]) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const severityOf = (name: string): string => {
    const found = byName(name);
    return found ? t('readiness.severity', { severity: policy.rules[found.rule][found.checkpoint] }) : '';
  };
  return (
    <ChooseUpToThree
      kind="behaviour"
      chosen={(behaviours.length > 0 ? behaviours : SUGGESTED).map(nameOf)}
      isSuggestion={behaviours.length === 0}
      groups={CHECKPOINTS.map((checkpoint) => ({
        label: groupText(checkpoint, t),
        options: ALL.filter((one) => one.checkpoint === checkpoint).map((one) => ({
          value: nameOf(one),
          label: t(`policy.rule.${one.rule}`),
        })),
      }))}
      explain={(name) => `${groupText(byName(name)?.checkpoint ?? 'start', t)} · ${severityOf(name)}`}
      saveLabel={t('readiness.saveBehaviours')}
      sending={sending}
      onSave={(names) => onSave(names.flatMap((name) => byName(name) ?? []))}
      onCancel={onCancel}
    />
  );
}
