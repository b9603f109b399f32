import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { LeavingAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { ActionProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { IssueLink } from '../ui/issue-link';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { Tick } from '../ui/tick';
import './texts';

type Thing = LeavingAnswer['things'][number];

const KINDS = {
  promise: 'people.kindPromise',
  decision: 'people.kindDecision',
  epic: 'people.kindEpic',
} as const;

const nameOf = ({ issueKey, kind, id }: Thing): string => `${issueKey} ${kind} ${id ?? ''}`;

/** Few enough to tell how far it is, many enough not to wait for. */
const AT_ONCE = 5;

/** What rests on a person, and asking somebody else for it in one go: told thing by thing. */
export function LeavingPart() {
  const t = useText();
  const [who, setWho] = useState<PersonFact | null>(null);
  const [to, setTo] = useState<PersonFact | null>(null);
  const [found, setFound] = useState<LeavingAnswer | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [became, setBecame] = useState<ReadonlyMap<string, string>>(new Map());
  const [doing, setDoing] = useState<{ done: number; count: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async (person: PersonFact | null) => {
    setWho(person);
    setFound(null);
    setBecame(new Map());
    setLeft(new Set());
    setProblem(null);
    if (!person) return;
    const answer = await call('person/leaving', { accountId: person.accountId });
    if (answer.ok) setFound(answer);
    else setProblem(answer.error);
  };
  const chosen = (found?.things ?? []).filter((one) => !left.has(nameOf(one)) && !became.has(nameOf(one)));
  const hand = async () => {
    if (!who || !to) return;
    const count = chosen.length;
    for (let done = 0; done < count; done += AT_ONCE) {
      setDoing({ done, count });
      const answer = await call('person/hand-on', {
        accountId: who.accountId,
        toAccountId: to.accountId,
        things: chosen
          .slice(done, done + AT_ONCE)
          .map(({ issueKey, kind, id }) => ({ issueKey, kind, ...(id !== undefined && { id }) })),
      });
      if (!answer.ok) {
        setProblem(answer.error);
        break;
      }
      setBecame(
        (known) =>
          new Map([
            ...known,
            ...answer.results.map(
              (one) =>
                [
                  nameOf(one),
                  one.ok ? t('people.leavingAsked') : t('people.leavingFailed', { why: one.error.message }),
                ] as const,
            ),
          ]),
      );
    }
    setDoing(null);
  };
  return (
    <Section id="hf-leaving" title={t('people.leaving')}>
      <p className="hf-subtle">{t('people.leavingHelp')}</p>
      <div className="hf-away-person">
        <PersonPicker
          label={t('people.leavingWho')}
          value={who}
          isRequired
          onChange={(one) => void look(one)}
        />
      </div>
      {problem && <ActionProblem problem={problem} onCheck={() => setProblem(null)} />}
      {found && who && (
        <>
          <p className="hf-medium" aria-live="polite">
            {found.things.length === 0
              ? t('people.leavingNothing', { person: who.displayName })
              : t('people.leavingCounts', { person: who.displayName, ...found.counts })}
          </p>
          {found.teams.length > 0 && <p>{t('people.leavingTeams', { teams: found.teams.join(', ') })}</p>}
          {found.more && <p className="hf-subtle">{t('people.leavingMore')}</p>}
          <ul className="hf-leaving">
            {found.things.map((thing) => {
              const name = nameOf(thing);
              const what = thing.what ?? thing.summary ?? t('people.leavingHidden');
              const outcome = became.get(name);
              return (
                <li key={name}>
                  <Tick
                    label={`${t(KINDS[thing.kind])}: ${what}`}
                    checked={!left.has(name)}
                    isDisabled={outcome !== undefined || doing !== null}
                    onChange={(on) => {
                      const next = new Set(left);
                      if (on) next.delete(name);
                      else next.add(name);
                      setLeft(next);
                    }}
                  />
                  <span className="hf-leaving-where">
                    <IssueLink issueKey={thing.issueKey} /> {outcome ?? t('people.leavingWaits')}
                  </span>
                </li>
              );
            })}
          </ul>
          {found.things.length > 0 && (
            <>
              <div className="hf-away-person">
                <PersonPicker
                  label={t('people.leavingTo')}
                  value={to}
                  isRequired
                  excluded={{ [who.accountId]: t('people.leavingWho') }}
                  onChange={setTo}
                />
              </div>
              <div>
                <Button
                  appearance="primary"
                  isDisabled={!to || chosen.length === 0}
                  isLoading={doing !== null}
                  onClick={() => void hand()}
                >
                  {t('people.leavingGo', { count: chosen.length })}
                </Button>
              </div>
              <p aria-live="polite" className="hf-subtle">
                {doing && t('people.leavingDoing', doing)}
              </p>
            </>
          )}
        </>
      )}
    </Section>
  );
}
