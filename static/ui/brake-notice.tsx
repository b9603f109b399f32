import type { ReactNode } from 'react';
import { momentText } from '../../src/contract/texts/dates';
import type { BrakeOn } from '../../src/domain/policy/brake';
import { Notice } from './notice';
import { useNow, useSurroundings } from './surroundings';
import { Text, useText } from './text';

/** Everything observes for now: until when, why, and where that was said. */
export function BrakeNotice({ brake, actions }: { brake: BrakeOn | undefined; actions?: ReactNode }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const now = useNow();
  if (!brake) return null;
  const until = momentText(brake.until, now, locale, timeZone);
  return (
    <Notice tone="warning" title={t('ui.brakeTitle', { of: brake.of, until })} actions={actions}>
      <p>
        <Text id="ui.brakeWhy" values={{ reason: <bdi>{brake.reason}</bdi> }} />
      </p>
      <p>
        <Text id="ui.brakeBody" />
      </p>
    </Notice>
  );
}
