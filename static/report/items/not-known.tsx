import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { LostNames } from '../../../src/domain/policy/lost-names';
import type { Checkpoint } from '../../../src/domain/policy/rules';
import type { WorkItemType } from '../../../src/domain/policy/scope';
import { levelText } from '../../ui/level-text';
import { Notice } from '../../ui/notice';
import { StateWord } from '../../ui/state-word';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import type { Headline } from '../rows/headline';
import { openPolicy } from '../../ui/open-policy';

/** How many items Holdfast may not see, and who changes that. */
export function NotKnown({ headline, onShow }: { headline: Headline; onShow: () => void }) {
  const t = useText();
  return (
    <p className="hf-report-not-known">
      <Text
        id="report.notKnownItems"
        values={{ count: headline.notKnown, kind: headline.epics ? 'epics' : 'items' }}
      />{' '}
      <Button spacing="compact" appearance="subtle" onClick={onShow}>
        {t('report.showNotKnown', { count: headline.notKnown })}
      </Button>
    </p>
  );
}

/** How many items their owners call off track, and the way to them. */
export function OffTrack({ headline, onShow }: { headline: Headline; onShow: () => void }) {
  const t = useText();
  return (
    <p>
      <StateWord tone="problem">
        {t('report.offTrackItems', {
          count: headline.offTrack,
          kind: headline.epics ? 'epics' : 'items',
        })}
      </StateWord>{' '}
      <Button spacing="compact" appearance="subtle" onClick={onShow}>
        {t('report.showBlocked')}
      </Button>
    </p>
  );
}

/** Where the project enforces and no transition asks: a figure of what is blocked would say too much. */
export function NothingStopped({ unattached }: { unattached: readonly Checkpoint[] }) {
  const [first, second] = unattached;
  if (first === undefined) return null;
  return (
    <p className="hf-report-not-known">
      <Text id="report.nothingStopped" values={{ at: second === undefined ? first : 'both' }} />
    </p>
  );
}

/** The names of types, as they were called when they were chosen. */
export function useTypeNames(types: readonly WorkItemType[]): string {
  const t = useText();
  const { locale } = useSurroundings();
  const names = types.map((type) => {
    if ('level' in type) return levelText(type.level, t);
    return 'id' in type ? type.name : type.named;
  });
  return new Intl.ListFormat(locale).format(names.map((name) => `“${name}”`));
}

/** The policy names links or an owner field that Jira no longer has: the gate goes on without them. */
export function LostNamesNotice({ lost, projectKey }: { lost: LostNames; projectKey: string }) {
  const t = useText();
  const { locale } = useSurroundings();
  const { links, ownerField, waitsForNothing } = lost;
  const names = new Intl.ListFormat(locale).format(links.map(({ words }) => `“${words}”`));
  return (
    <Notice
      tone="warning"
      title={t('report.lostTitle')}
      actions={
        <Button spacing="compact" onClick={() => openPolicy(projectKey)}>
          {t('report.openPolicy')}
        </Button>
      }
    >
      <Stack space="space.100">
        {links.length > 0 && (
          <span>
            <Text id="report.lostLinks" values={{ names, count: links.length }} />
          </span>
        )}
        {ownerField !== undefined && (
          <span>
            <Text id="report.lostOwner" values={{ name: ownerField }} />
          </span>
        )}
        {waitsForNothing && (
          <span>
            <Text id="report.waitsForNothing" />
          </span>
        )}
      </Stack>
    </Notice>
  );
}

/** The policy names types that Jira no longer has: their items are not among those below. */
export function UnknownTypes({ types, projectKey }: { types: readonly WorkItemType[]; projectKey: string }) {
  const t = useText();
  const names = useTypeNames(types);
  if (types.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t('report.unknownTypesTitle', { count: types.length })}
      actions={
        <Button spacing="compact" onClick={() => openPolicy(projectKey)}>
          {t('report.openPolicy')}
        </Button>
      }
    >
      <Text id="report.unknownTypesBody" values={{ names, count: types.length }} />
    </Notice>
  );
}
