import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ReportItem, ReportPageAnswer } from '../../../src/contract/answers';
import { MAX_ACTED_ON } from '../../../src/contract/report-acts';
import type { Policy } from '../../../src/domain/policy/policy';
import { askJira } from '../../jira/requests';
import { call, type Failure } from '../../ui/call';
import { flag } from '../../ui/flags';
import { readPages } from '../../ui/read-pages';
import { SkeletonLines } from '../../ui/skeleton';
import { Text, useText } from '../../ui/text';
import { assignedTo, unowned, type Assigned } from './assigned';

/** Jira gives at most so many items at once. */
const AT_ONCE = 100;

type Found = readonly Assigned[] | 'looking' | 'failed';

/** Who is assigned to open items under policy that nobody answers for, as the reader sees them. */
async function lookFor(signal: AbortSignal): Promise<Found> {
  const items: ReportItem[] = [];
  let failed = false;
  await readPages<ReportPageAnswer>(
    (cursor): Promise<ReportPageAnswer | Failure> =>
      call('report/page', { filter: { scope: 'policy' }, ...(cursor !== null && { cursor }) }),
    (answer) => {
      if (answer.ok) items.push(...answer.items);
      else failed = true;
    },
    signal,
  );
  if (failed) return 'failed';
  const wanted = unowned(items);
  const people: Assigned[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const jql = `key in (${some.map(({ issueKey }) => issueKey).join(', ')})`;
    const answer = await askJira('/rest/api/3/search/jql', {
      jql,
      fields: ['assignee'],
      maxResults: AT_ONCE,
    });
    people.push(...assignedTo(answer, some));
  }
  return people;
}

/** Those whom Jira assigns are asked to answer for it: shown first, then asked, each of their own items. */
export function BackFill({ projectKey, policy }: { projectKey: string; policy: Policy }) {
  const t = useText();
  const [found, setFound] = useState<Found>('looking');
  const [asked, setAsked] = useState<{ readonly done: number; readonly refused: number } | 'asking' | null>(
    null,
  );
  useEffect(() => {
    const leaving = new AbortController();
    lookFor(leaving.signal).then(
      (people) => !leaving.signal.aborted && setFound(people),
      () => !leaving.signal.aborted && setFound('failed'),
    );
    return () => leaving.abort();
  }, [projectKey, policy.version]);
  if (found === 'looking') return <SkeletonLines lines={3} />;
  if (found === 'failed') {
    return (
      <p role="alert">
        <Text id="setup.fillFailed" />
      </p>
    );
  }
  const count = found.reduce((sum, { items }) => sum + items.length, 0);
  const ask = async (): Promise<void> => {
    setAsked('asking');
    let [done, refused] = [0, 0];
    for (const { accountId, items } of found) {
      for (let from = 0; from < items.length; from += MAX_ACTED_ON) {
        const some = items.slice(from, from + MAX_ACTED_ON);
        const answer = await call('report/act', {
          items: [...some],
          action: { kind: 'nominate', accountId },
        });
        const taken = answer.ok ? answer.results.filter(({ ok }) => ok).length : 0;
        done += taken;
        refused += some.length - taken;
      }
    }
    setAsked({ done, refused });
    if (done > 0) flag('success', t('setup.filled', { done }), '');
  };
  if (count === 0) {
    return (
      <p>
        <Text id="setup.fillNone" />
      </p>
    );
  }
  if (asked !== null && asked !== 'asking') {
    return (
      <p role="status">
        <Text id="setup.filled" values={{ done: asked.done }} />{' '}
        {asked.refused > 0 && <Text id="setup.fillRefused" values={{ count: asked.refused }} />}
      </p>
    );
  }
  return (
    <Stack space="space.150">
      <ul>
        {found.map(({ accountId, name, items }) => (
          <li key={accountId}>
            <Text
              id="setup.fillPerson"
              values={{ name, count: items.length, keys: items.map(({ issueKey }) => issueKey).join(', ') }}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button isLoading={asked === 'asking'} onClick={() => void ask()}>
          {t('setup.fill', { count })}
        </Button>
      </div>
    </Stack>
  );
}
