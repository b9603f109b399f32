import Button from '@atlaskit/button/default/button';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import { INDICATORS, type CharterIndicatorId } from '../../../src/domain/report/indicators/indicators';
import type { Mode } from '../../../src/domain/policy/rules';
import { Notice } from '../../ui/notice';
import { Text, useText } from '../../ui/text';
import { ChooseUpToThree } from './choose-up-to-three';
import { openPolicyPage } from './policy-page';

const SUGGESTED: readonly CharterIndicatorId[] = [
  'acknowledgement-latency',
  'check-in-freshness',
  'gate-unmet',
];

const byName = (name: string): CharterIndicatorId | undefined => INDICATORS.find((id) => id === name);

/** Weeks 3 and 4: indicators, while the policy only observes. */
export function WatchForm({
  indicators,
  mode,
  projectKey,
  sending,
  onSave,
  onCancel,
}: {
  indicators: readonly CharterIndicatorId[];
  mode: Mode;
  projectKey: string;
  sending: boolean;
  onSave: (indicators: CharterIndicatorId[]) => void;
  onCancel: () => void;
}) {
  const t = useText();
  return (
    <>
      {mode !== 'observe' && (
        <Notice
          actions={
            <Button
              spacing="compact"
              onClick={() => openPolicyPage(projectKey, { kind: 'mode', from: mode, to: 'observe' })}
            >
              {t('readiness.observe')}
            </Button>
          }
        >
          <Text id="readiness.notObserving" values={{ mode }} />
        </Notice>
      )}
      <ChooseUpToThree
        kind="figure"
        chosen={indicators.length > 0 ? indicators : SUGGESTED}
        isSuggestion={indicators.length === 0}
        groups={[
          {
            label: t('readiness.figures'),
            options: INDICATORS.map((id) => ({ value: id, label: indicatorWords(id).name })),
          },
        ]}
        explain={(name) => indicatorWords(byName(name) ?? 'acknowledgement-latency').definition}
        saveLabel={t('readiness.saveFigures')}
        sending={sending}
        onSave={(names) => onSave(names.flatMap((name) => byName(name) ?? []))}
        onCancel={onCancel}
      />
    </>
  );
}
