import { entitledTo, RIGHTS, withEntitled, type WithRights } from '../../src/domain/access/rights';
import type { Policy } from '../../src/domain/policy/policy';
import type { PersonFact } from '../../src/domain/values';
import { TextField } from '../ui/fields';
import type { People } from '../ui/person';
import { useText } from '../ui/text';
import { EntitledPart } from './entitled-part';
import type { OwnerKind } from './owner-kind';
import { useMembers } from './use-members';

/** Who may waive, grant and decide, and for how long a rule is waived at most. */
export function RightsParts({
  policy,
  projectKey,
  kind,
  longestDays,
  people,
  error,
  isDisabled,
  onChange,
  onDays,
  onMeet,
}: {
  policy: Pick<Policy, 'waivers' | 'rights'>;
  projectKey: string;
  kind: OwnerKind;
  longestDays: string;
  people: People;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (changed: Pick<Policy, 'waivers' | 'rights'>) => void;
  onDays: (days: string) => void;
  onMeet: (person: PersonFact) => void;
}) {
  const t = useText();
  const members = useMembers(projectKey, kind);
  return (
    <>
      {RIGHTS.map((right) => (
        <EntitledPart
          key={right}
          right={right}
          entitled={entitledTo(policy satisfies WithRights, right)}
          members={members}
          people={people}
          isDisabled={isDisabled}
          onMeet={onMeet}
          onChange={(some) => {
            const { waivers, rights } = withEntitled(policy, right, some);
            onChange({ waivers, rights });
          }}
        >
          {right === 'waive' && (
            <div className="hf-short-fields">
              <TextField
                label={t('policy.waiverDays')}
                help={t('policy.waiverDaysHelp')}
                error={error}
                value={longestDays}
                maxLength={4}
                isRequired
                isDisabled={isDisabled}
                onChange={onDays}
              />
            </div>
          )}
        </EntitledPart>
      ))}
    </>
  );
}
