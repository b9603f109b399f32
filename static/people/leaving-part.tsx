import Button from '@atlaskit/button/default/button';
import type { LeavingAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { ActionProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { LeavingThings } from './leaving-things';
import { useLeaving } from './use-leaving';
import './texts';

type Leaving = ReturnType<typeof useLeaving>;

/** What rests on a person, and asking somebody else for it in one go: told thing by thing. */
export function LeavingPart() {
  const t = useText();
  const leaving = useLeaving();
  const { who, found, problem } = leaving;
  return (
    <Section id="hf-leaving" title={t('people.leaving')}>
      <p className="hf-subtle">{t('people.leavingHelp')}</p>
      <div className="hf-away-person">
        <PersonPicker
          label={t('people.leavingWho')}
          value={who}
          isRequired
          onChange={(one) => void leaving.look(one)}
        />
      </div>
      {problem && <ActionProblem problem={problem} onCheck={leaving.dismiss} />}
      {found && who && (
        <>
          <Found who={who} found={found} />
          <LeavingThings
            things={found.things}
            left={leaving.left}
            became={leaving.became}
            isDisabled={leaving.doing !== null}
            onChoose={leaving.choose}
          />
          {found.things.length > 0 && <HandOn who={who} leaving={leaving} />}
        </>
      )}
    </Section>
  );
}

function Found({ who, found }: { who: PersonFact; found: LeavingAnswer }) {
  const t = useText();
  return (
    <>
      <p className="hf-medium" aria-live="polite">
        {found.things.length === 0
          ? t('people.leavingNothing', { person: who.displayName })
          : t('people.leavingCounts', { person: who.displayName, ...found.counts })}
      </p>
      {found.teams.length > 0 && <p>{t('people.leavingTeams', { teams: found.teams.join(', ') })}</p>}
      {found.more && <p className="hf-subtle">{t('people.leavingMore')}</p>}
    </>
  );
}

function HandOn({ who, leaving }: { who: PersonFact; leaving: Leaving }) {
  const t = useText();
  const { to, chosen, doing } = leaving;
  return (
    <>
      <div className="hf-away-person">
        <PersonPicker
          label={t('people.leavingTo')}
          value={to}
          isRequired
          excluded={{ [who.accountId]: t('people.leavingWho') }}
          onChange={leaving.handTo}
        />
      </div>
      <div>
        <Button
          appearance="primary"
          isDisabled={!to || chosen.length === 0}
          isLoading={doing !== null}
          onClick={() => void leaving.hand()}
        >
          {t('people.leavingGo', { count: chosen.length })}
        </Button>
      </div>
      <p aria-live="polite" className="hf-subtle">
        {doing && t('people.leavingDoing', doing)}
      </p>
    </>
  );
}
