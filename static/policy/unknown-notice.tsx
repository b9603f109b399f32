import type { ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { Notice } from '../ui/notice';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { goTo } from './go-to';
import { isAllKnown, type Unknown } from './model/unknown';
import { useTypeName } from './names';

/** What the policy names and Jira no longer has: the gate goes on with the rest, and here is the way out. */
export function UnknownNotice({ unknown, isDisabled }: { unknown: Unknown; isDisabled: boolean }) {
  const t = useText();
  const nameOf = useTypeName();
  const { locale } = useSurroundings();
  if (isAllKnown(unknown)) return null;
  const { types, links, ownerField, waitsForNothing } = unknown;
  const namesAll = types.length + links.length === 0 && ownerField === undefined;
  const listed = (names: readonly string[]) =>
    new Intl.ListFormat(locale).format(names.map((name) => `“${name}”`));
  return (
    <Notice tone="warning" title={t(namesAll ? 'policy.unknownNothingTitle' : 'policy.unknownTitle')}>
      <Stack as="ul" role="list" space="space.100">
        {types.length > 0 && (
          <Line place="hf-types" show={t('policy.unknownShowTypes')}>
            <Text
              id="policy.unknownTypes"
              values={{ names: listed(types.map(nameOf)), count: types.length }}
            />
          </Line>
        )}
        {links.length > 0 && (
          <Line place="hf-links" show={t('policy.unknownShowLinks')}>
            <Text
              id="policy.unknownLinks"
              values={{ names: listed(links.map(({ words }) => words)), count: links.length }}
            />
          </Line>
        )}
        {ownerField !== undefined && (
          <Line place="hf-owner" show={t('policy.unknownShowOwner')}>
            <Text id="policy.unknownOwner" values={{ name: ownerField }} />
          </Line>
        )}
        {waitsForNothing && (
          <Line place="hf-links" show={t('policy.unknownShowLinks')}>
            <Text id="policy.unknownNothing" />
          </Line>
        )}
      </Stack>
      {isDisabled && (
        <p>
          <Text id="policy.unknownReadOnly" />
        </p>
      )}
    </Notice>
  );
}

function Line({ place, show, children }: { place: string; show: string; children: ReactNode }) {
  return (
    <li>
      <Stack space="space.050" alignInline="start">
        <span>{children}</span>
        <Button spacing="compact" onClick={goTo(place)}>
          {show}
        </Button>
      </Stack>
    </li>
  );
}
