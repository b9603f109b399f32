import { useCallback, useEffect, useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyVersionsAnswer } from '../../src/contract/answers';
import { siteDefault } from '../../src/domain/policy/policy';
import type { Failure } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { momentText } from '../../src/contract/texts/dates';
import type { People } from '../ui/person';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text } from '../ui/text';
import { ChangeList } from './change-list';
import { changesBetween } from '../../src/domain/policy/changes';
import type { UserField } from './model/jira-shapes';

type PolicyVersion = PolicyVersionsAnswer['versions'][number];

/** Who saved what, newest first, each with what it changed. `version`: reads anew when another one is saved. */
export function Versions({
  load,
  version,
  fields,
}: {
  load: () => Promise<PolicyVersionsAnswer | Failure>;
  version: number;
  fields: readonly UserField[];
}) {
  const [answer, setAnswer] = useState<PolicyVersionsAnswer | Failure | null>(null);
  const read = useCallback(async () => setAnswer(await load()), [load]);
  useEffect(() => void read(), [read, version]);

  if (!answer) return <SkeletonLines lines={4} />;
  if (!answer.ok) return <LoadProblem problem={answer.error} onRetry={() => void read()} />;
  const { versions, people } = answer;
  if (versions.length === 0) {
    return (
      <p className="hf-subtle">
        <Text id="policy.versionsNone" />
      </p>
    );
  }
  return (
    <div className="hf-past">
      <Stack as="ol" role="list" space="space.200">
        {versions.map((one, place) => (
          <Version
            key={one.version}
            saved={one}
            before={versions[place + 1]}
            people={people}
            fields={fields}
          />
        ))}
      </Stack>
    </div>
  );
}

function Version({
  saved,
  before,
  people,
  fields,
}: {
  saved: PolicyVersion;
  before: PolicyVersion | undefined;
  people: People;
  fields: readonly UserField[];
}) {
  const { policy } = saved;
  const { locale, timeZone } = useSurroundings();
  // The listed ones may not reach back to the first; only that one is held against what Holdfast comes with.
  const known = before?.policy ?? (saved.version === 1 ? siteDefault : null);
  const changes = policy && known ? changesBetween(known, policy) : [];
  return (
    <li>
      <Stack space="space.075">
        <h3 className="hf-title">
          <Text id="policy.version" values={{ version: saved.version }} />
        </h3>
        <p className="hf-subtle hf-small">
          {people[saved.savedBy]?.displayName ?? <Text id="ui.unknownPerson" />},{' '}
          {momentText(saved.savedAt, new Date().toISOString(), locale, timeZone)}
        </p>
        {policy === null ? (
          <p>
            <Text id="policy.versionFollows" />
          </p>
        ) : changes.length > 0 ? (
          <>
            {saved.version === 1 && (
              <p>
                <Text id="policy.versionFirst" />
              </p>
            )}
            <ChangeList changes={changes} to={policy} fields={fields} people={people} />
          </>
        ) : (
          <p>
            <Text id={known ? 'policy.versionSame' : 'policy.versionDecided'} />
          </p>
        )}
      </Stack>
    </li>
  );
}
