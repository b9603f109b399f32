import { useEffect, useState } from 'react';
import { idsUnderPolicy } from '../../src/domain/policy/scope';
import type { Policy } from '../../src/domain/policy/policy';
import { askJira } from '../jira/requests';
import { useSurroundings } from '../ui/surroundings';
import { Text } from '../ui/text';
import { countQuery, countIn } from './model/counts';
import { useJiraNames, useTypeName } from './names';

/** How many open items are of the chosen types, counted as the reader sees them. */
export function OpenCount({ policy, projectKey }: { policy: Policy; projectKey: string | null }) {
  const { locale } = useSurroundings();
  const names = useJiraNames();
  const nameOf = useTypeName();
  const types = JSON.stringify(idsUnderPolicy(policy.workItemTypes, names.types).ids);
  const [counted, setCounted] = useState<{ chosen: number; all: number } | 'counting' | 'failed'>('counting');
  useEffect(() => {
    let left = false;
    const count = async (ids: readonly string[] | null) =>
      ids?.length === 0
        ? 0
        : countIn(
            await askJira('/rest/api/3/search/approximate-count', { jql: countQuery(projectKey, ids) }),
          );
    setCounted('counting');
    const timer = setTimeout(() => {
      Promise.all([count(JSON.parse(types) as string[]), count(null)]).then(
        ([chosen, all]) => !left && setCounted({ chosen, all }),
        () => !left && setCounted('failed'),
      );
    }, 300);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [types, projectKey]);
  if (counted === 'counting' || names.types.length === 0) return <Text id="steps.counting" />;
  if (counted === 'failed') return <Text id="steps.uncounted" />;
  const named = new Intl.ListFormat(locale).format(policy.workItemTypes.map(nameOf));
  return <Text id="steps.chosen" values={{ types: named, ...counted }} />;
}
