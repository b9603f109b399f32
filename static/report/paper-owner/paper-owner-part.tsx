import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PaperOwnersAnswer, PaperOwnerView } from '../../../src/contract/shapes/paper-owner';
import { bold } from '../../ui/bold';
import { FEWEST_DAYS, WINDOW_DAYS } from '../../../src/domain/report/paper-owner/paper-owner';
import { LoadProblem } from '../../ui/call-problem';
import { IssueLink } from '../../ui/issue-link';
import { Text, useText } from '../../ui/text';
import { usePages } from '../../ui/use-pages';

const DAYS_A_WEEK = 7;

interface PaperOwners {
  readonly items: readonly PaperOwnerView[];
  readonly counts: PaperOwnersAnswer['counts'];
  readonly windowDays: number;
  readonly people: PaperOwnersAnswer['people'];
}

const add = (
  a: PaperOwnersAnswer['counts'],
  b: PaperOwnersAnswer['counts'],
): PaperOwnersAnswer['counts'] => ({
  items: a.items + b.items,
  owned: a.owned + b.owned,
  judged: a.judged + b.judged,
  elsewhere: a.elsewhere + b.elsewhere,
});

const nothing: PaperOwners = {
  items: [],
  counts: { items: 0, owned: 0, judged: 0, elsewhere: 0 },
  windowDays: WINDOW_DAYS,
  people: {},
};

const sum = {
  nothing,
  add: (before: PaperOwners, page: PaperOwnersAnswer): PaperOwners => ({
    items: [...before.items, ...page.items],
    counts: add(before.counts, page.counts),
    windowDays: page.windowDays,
    people: { ...before.people, ...page.people },
  }),
};

/** Who decides day by day: how often it is not the owner, and the questions for the reader. Read when asked for. */
export function PaperOwnerPart() {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  return (
    <section aria-labelledby="hf-paper-owner">
      <Stack space="space.100">
        <h2 id="hf-paper-owner" className="hf-heading">
          <Text id="drift.paperOwner.heading" />
        </h2>
        <p className="hf-subtle">
          <Text id="drift.paperOwner.explained" values={{ weeks: nothing.windowDays / DAYS_A_WEEK }} />
        </p>
        {attempt === 0 ? (
          <div>
            <Button spacing="compact" onClick={() => setAttempt(1)}>
              {t('drift.paperOwner.ask')}
            </Button>
          </div>
        ) : (
          <Found attempt={attempt} onRetry={() => setAttempt(attempt + 1)} />
        )}
      </Stack>
    </section>
  );
}

function Found({ attempt, onRetry }: { attempt: number; onRetry: () => void }) {
  const { items, counts, people, state } = usePages('report/hands', {}, attempt, sum);
  const nameOf = (accountId: string): string => people[accountId]?.displayName ?? accountId;
  return (
    <div role="status">
      {typeof state === 'object' && <LoadProblem problem={state} onRetry={onRetry} />}
      {state === 'loading' && (
        <p className="hf-subtle">
          <Text id="drift.paperOwner.reading" values={{ items: counts.items }} />
        </p>
      )}
      {state === 'done' && (
        <p>
          {counts.owned === 0 ? (
            <Text id="drift.paperOwner.unowned" values={{ items: counts.items }} />
          ) : counts.judged === 0 ? (
            <Text id="drift.paperOwner.tooLittle" values={{ owned: counts.owned, fewest: FEWEST_DAYS }} />
          ) : (
            <>
              <Text id="drift.paperOwner.count" values={{ ...counts }} />{' '}
              {counts.elsewhere > 0 && items.length === 0 && <Text id="drift.paperOwner.noneForYou" />}
            </>
          )}
        </p>
      )}
      {items.length > 0 && (
        <ul className="hf-lines">
          {items.map((one) => (
            <li key={one.issueKey}>
              <IssueLink issueKey={one.issueKey} /> {one.summary}
              <br />
              <Text
                id={one.asks === 'owner' ? 'drift.paperOwner.owner' : 'drift.paperOwner.sponsor'}
                values={{
                  b: bold,
                  owner: nameOf(one.ownerAccountId),
                  other: nameOf(one.otherAccountId),
                  owners: one.ownersDays,
                  others: one.othersDays,
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
