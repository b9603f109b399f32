import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import { pathOfPlace, placeOfCause } from '../../../src/contract/policy-place';
import type { Debrief } from '../../../src/domain/charter/debrief/debrief';
import { MomentText } from '../../ui/date-text';
import { Text, useText } from '../../ui/text';
import { Fact } from '../../charter-form/fact';
import { useFormContext } from '../../charter-form/form-context';

/** What both sides made of a broken promise. */
export function DebriefFacts({ debrief }: { debrief: Debrief | undefined }) {
  const t = useText();
  const { nameOf, issueKey } = useFormContext();
  if (!debrief) return null;
  const openPolicy = (projectKey: string) =>
    void router
      .navigate({
        target: 'module',
        moduleKey: 'project-policy',
        projectKey,
        path: pathOfPlace(placeOfCause[debrief.cause]),
      })
      .catch(() => undefined);
  return (
    <>
      <Fact label={t('debrief.fact')}>
        {t('debrief.factText', {
          cause: t(`debrief.${debrief.cause}`),
          owner: debrief.hadOneOwner ? 'yes' : 'no',
          assuming: debrief.wereAssuming ? 'yes' : 'no',
          whoSaw: debrief.whoSaw,
        })}{' '}
        <span className="hf-subtle">
          (
          <Text
            id="debrief.factBy"
            values={{ person: nameOf(debrief.by), when: <MomentText at={debrief.at} /> }}
          />
          )
        </span>
      </Fact>
      <Fact label={t('debrief.factChanges')}>
        {debrief.changesNow}
        {issueKey !== undefined && (
          <div>
            <Button
              spacing="compact"
              onClick={() => openPolicy(issueKey.slice(0, issueKey.lastIndexOf('-')))}
            >
              {t(`debrief.policy.${placeOfCause[debrief.cause]}`)}
            </Button>
          </div>
        )}
      </Fact>
    </>
  );
}
