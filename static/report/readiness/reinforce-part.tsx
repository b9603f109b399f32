import { useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicySave, ReadinessAnswer } from '../../../src/contract/readiness';
import { pathOfReinforcement } from '../../../src/contract/reinforcement-path';
import { wordReinforcement } from '../../../src/contract/wording/drift';
import type { Reinforcement } from '../../../src/domain/report/drift/reinforcements';
import { firmer } from '../../../src/domain/readiness/policy-changes';
import { MomentText } from '../../ui/date-text';
import { Disclosure } from '../../ui/disclosure';
import { Text, useText } from '../../ui/text';
import { useDrift } from '../../ui/use-drift';
import { openPolicyPage } from './policy-page';

/** Weeks 5 to 8: conditions that could be turned on, and the saves of the policy that could be the one. */
export function ReinforcePart({
  answer,
  projectKey,
  sending,
  onRecord,
  onCancel,
}: {
  answer: ReadinessAnswer;
  projectKey: string;
  sending: boolean;
  onRecord: (policyVersion: number, change: string) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const signalled = useSignalled();
  // Whoever has saved one condition came to record it, not to look for a second.
  const [isOpen, setOpen] = useState(false);
  const { programme, policy, saves } = answer;
  const own = firmer(programme?.behaviours ?? [], policy);
  const offers = [...signalled, ...own.filter((one) => !signalled.some((other) => samePath(one, other)))];
  return (
    <div className="hf-stack">
      <Saves answer={answer} saves={saves} sending={sending} onRecord={onRecord} />
      {saves.length === 0 ? (
        <Offers offers={offers} signalled={signalled} projectKey={projectKey} />
      ) : (
        <Disclosure label={t('readiness.others')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <Offers offers={offers} signalled={signalled} projectKey={projectKey} />
        </Disclosure>
      )}
      <div className="hf-actions">
        <Button appearance="subtle" onClick={() => openPolicyPage(projectKey)}>
          {t('readiness.policyPage')}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('readiness.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Offers({
  offers,
  signalled,
  projectKey,
}: {
  offers: readonly Reinforcement[];
  signalled: readonly Reinforcement[];
  projectKey: string;
}) {
  return (
    <>
      <h4 className="hf-title">
        <Text id="readiness.offers" />
      </h4>
      {offers.length === 0 && (
        <p className="hf-subtle">
          <Text id="readiness.noOffers" />
        </p>
      )}
      <Stack as="ul" role="list" space="space.100">
        {offers.map((change) => (
          <li key={pathOfReinforcement(change)}>
            <Button spacing="compact" onClick={() => openPolicyPage(projectKey, change)}>
              {wordReinforcement(change)}
            </Button>{' '}
            <span className="hf-subtle hf-small">
              <Text
                id={signalled.includes(change) ? 'readiness.offersSignal' : 'readiness.offersBehaviour'}
              />
            </span>
          </li>
        ))}
      </Stack>
    </>
  );
}

const samePath = (a: Reinforcement, b: Reinforcement): boolean =>
  pathOfReinforcement(a) === pathOfReinforcement(b);

/** What the charts' signals offer; nothing while they are read, or where they cannot be. */
function useSignalled(): readonly Reinforcement[] {
  const { drift, state } = useDrift(0);
  return useMemo(() => {
    const all =
      state === 'done' && drift ? drift.signals.flatMap(({ reinforcements }) => reinforcements) : [];
    const changes = all.map(({ change }) => change);
    return changes
      .filter((change, place) => changes.findIndex((other) => samePath(change, other)) === place)
      .slice(0, 3);
  }, [drift, state]);
}

function Saves({
  answer: { people },
  saves,
  sending,
  onRecord,
}: {
  answer: ReadinessAnswer;
  saves: readonly PolicySave[];
  sending: boolean;
  onRecord: (policyVersion: number, change: string) => void;
}) {
  const t = useText();
  const newestFirst = [...saves].reverse();
  return (
    <>
      <h4 className="hf-title">
        <Text id="readiness.saves" />
      </h4>
      {saves.length === 0 && (
        <p className="hf-subtle">
          <Text id="readiness.savesNone" />
        </p>
      )}
      <Stack as="ul" role="list" space="space.100">
        {newestFirst.flatMap(({ policyVersion, savedAt, savedBy, changes }) =>
          changes.map((change) => (
            <li key={`${policyVersion} ${pathOfReinforcement(change)}`}>
              <span>
                {wordReinforcement(change)}{' '}
                <span className="hf-subtle hf-small">
                  {t('readiness.saveLine', {
                    version: policyVersion,
                    who: people[savedBy]?.displayName ?? t('ui.unknownPerson'),
                  })}
                  <MomentText at={savedAt} />
                </span>
              </span>{' '}
              <Button
                spacing="compact"
                isDisabled={sending}
                aria-label={t('readiness.recordLabel', { what: wordReinforcement(change) })}
                onClick={() => onRecord(policyVersion, pathOfReinforcement(change))}
              >
                {t('readiness.record')}
              </Button>
            </li>
          )),
        )}
      </Stack>
    </>
  );
}
