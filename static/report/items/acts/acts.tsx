import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ReportAct } from '../../../../src/contract/report-acts';
import type { ReportItem } from '../../../../src/contract/answers';
import { useAnnounce } from '../../../ui/announcer';
import type { People } from '../../../ui/person';
import { useText } from '../../../ui/text';
import type { Ticked } from '../use-ticked';
import { ActForm } from './act-form';
import { actOn, type Action, type Outcome } from './act-on';
import { OutcomeNotice, outcomeText } from './outcome-notice';
import '../tools/tools.css';
import '../tools/texts';

/** In the order of their buttons. */
const ACTS = Object.keys({
  nominate: true,
  remind: true,
  review: true,
  vital: true,
} satisfies Record<ReportAct, true>) as readonly ReportAct[];

interface Told {
  readonly action: Action;
  readonly outcome: Outcome;
}

/** What can be done with several items at once: asked once, told item by item. */
export function Acts({
  ticked,
  onDone,
}: {
  ticked: Ticked;
  onDone: (items: readonly ReportItem[], people: People) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<ReportAct | null>(null);
  const [going, setGoing] = useState<number | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const section = useRef<HTMLElement>(null);
  const buttons = useRef(new Map<ReportAct, HTMLButtonElement | null>());
  const count = ticked.count;

  // The form that had the focus has gone; what became of it is said here.
  useEffect(() => {
    if (told) section.current?.focus();
  }, [told]);

  const go = async (action: Action, rows = ticked.rows) => {
    setTold(null);
    setGoing(0);
    const outcome = await actOn(rows, action, ({ done, refused }) => setGoing(done.length + refused.length));
    setGoing(null);
    setAsking(null);
    onDone(outcome.items, outcome.people);
    setTold({ action, outcome });
    announce(outcomeText(action.kind, outcome, t));
  };

  if (count === 0 && !told && going === null) return null;
  return (
    <section ref={section} tabIndex={-1} className="hf-card hf-place" aria-label={t('acts.label')}>
      <Stack space="space.150">
        <div className="hf-actions">
          <strong>{t('acts.selected', { count })}</strong>
          {ACTS.map((act) => (
            <Button
              key={act}
              ref={(button: HTMLButtonElement | null) => void buttons.current.set(act, button)}
              spacing="compact"
              isSelected={asking === act}
              isDisabled={going !== null}
              onClick={() => {
                setTold(null);
                setAsking(act);
              }}
            >
              {t(`acts.${act}`)}
            </Button>
          ))}
          <Button appearance="subtle" spacing="compact" isDisabled={going !== null} onClick={ticked.clear}>
            {t('acts.clear')}
          </Button>
        </div>
        {asking !== null && (
          <ActForm
            key={asking}
            act={asking}
            count={count}
            going={going}
            onGo={(action) => void go(action)}
            onLeave={() => {
              buttons.current.get(asking)?.focus();
              setAsking(null);
            }}
          />
        )}
        {told && (
          <OutcomeNotice
            {...told}
            onRetry={(rows) => void go(told.action, rows)}
            onClose={() => setTold(null)}
          />
        )}
      </Stack>
    </section>
  );
}
