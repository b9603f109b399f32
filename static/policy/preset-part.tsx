import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { PRESETS, type PresetName } from '../../src/domain/policy/presets';
import { useAnnounce } from '../ui/announcer';
import { Part } from '../ui/choices';
import { StateWord } from '../ui/state-word';
import { Text, useText } from '../ui/text';

/** Ready-made weights: which of them the form holds now, and a button each that fills it. Nothing is saved by them. */
export function PresetPart({
  current,
  isDisabled,
  onChoose,
}: {
  current: PresetName | null;
  isDisabled: boolean;
  onChoose: (name: PresetName) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  return (
    <Part legend={t('policy.presets')} help={<Text id="policy.presetsHelp" />}>
      <p>
        <Text
          id="policy.presetNow"
          values={{
            name: <strong>{t(current === null ? 'policy.presetOwn' : `policy.preset.${current}`)}</strong>,
          }}
        />
      </p>
      <Stack as="ul" role="list" space="space.150">
        {PRESETS.map((name) => (
          <li key={name}>
            <Inline space="space.200" alignBlock="start" spread="space-between">
              <span>
                <strong>{t(`policy.preset.${name}`)}</strong>{' '}
                <span className="hf-subtle">{t(`policy.presetHelp.${name}`)}</span>
              </span>
              {name === current ? (
                <StateWord tone="good">{t('policy.presetChosen')}</StateWord>
              ) : (
                !isDisabled && (
                  <Button
                    spacing="compact"
                    aria-label={t('policy.presetUseLabel', { name: t(`policy.preset.${name}`) })}
                    onClick={() => {
                      onChoose(name);
                      announce(t('policy.presetFilled', { name: t(`policy.preset.${name}`) }));
                    }}
                  >
                    {t('policy.presetUse')}
                  </Button>
                )
              )}
            </Inline>
          </li>
        ))}
      </Stack>
    </Part>
  );
}
