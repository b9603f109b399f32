import { useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { dayText } from '../../../src/contract/texts/dates';
import type { GraphLine } from '../../../src/domain/report/graph/graph';
import { brokenBy } from '../../../src/domain/report/graph/slip';
import { datePlus } from '../../../src/domain/time/time';
import { Choice } from '../../ui/choice';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { lineKey } from './words';

const LATER_BY = ['7', '14', '28', '56'] as const;
type Days = (typeof LATER_BY)[number];

/** Which days break where one promise comes later, as far as days were named. */
export function WhatIf({ lines }: { lines: readonly GraphLine[] }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const [chosen, setChosen] = useState('');
  const [days, setDays] = useState<Days>('14');
  const day = (date: string): string => dayText(date, today, locale);
  const open = lines.flatMap((line, at) =>
    line.dueOn === undefined || line.state === 'delivered'
      ? []
      : [{ line, key: lineKey(line, at), dueOn: line.dueOn }],
  );
  const slipping = open.find(({ key }) => key === chosen)?.line;
  const broken = slipping
    ? brokenBy(
        lines,
        (line) => line === slipping,
        (date) => datePlus(date, Number(days)),
      )
    : [];
  const others = broken.filter(({ line }) => line !== slipping);
  if (open.length === 0) return null;
  return (
    <section className="hf-card hf-card-small" aria-labelledby="hf-what-if">
      <Stack space="space.100">
        <h3 id="hf-what-if" className="hf-title">
          <Text id="dependencies.whatIf" />
        </h3>
        <p className="hf-subtle">
          <Text id="dependencies.whatIfIntro" />
        </p>
        <div className="hf-report-toolbar">
          <Choice
            label={t('dependencies.whatIfPromise')}
            value={chosen}
            options={[
              { value: '', label: t('dependencies.whatIfNone') },
              ...open.map(({ line, key, dueOn }) => ({
                value: key,
                label: t('dependencies.whatIfOption', {
                  what: line.what,
                  item: line.issueKey,
                  day: day(dueOn),
                }),
              })),
            ]}
            onChange={setChosen}
          />
          <Choice
            label={t('dependencies.whatIfBy')}
            value={days}
            options={LATER_BY.map((value) => ({
              value,
              label: t('dependencies.whatIfDays', { days: Number(value) }),
            }))}
            onChange={setDays}
          />
        </div>
        <div role="status">
          {slipping && (
            <ul>
              {broken.map(({ line, from, to }, at) => (
                <li key={lineKey(line, at)}>
                  <Text
                    id="dependencies.whatIfBreaks"
                    values={{ item: line.issueKey, what: line.what, from: day(from), to: day(to) }}
                  />
                </li>
              ))}
            </ul>
          )}
          {slipping && others.length === 0 && (
            <p>
              <Text id="dependencies.whatIfNothing" />
            </p>
          )}
        </div>
      </Stack>
    </section>
  );
}
