import { useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { namesFrom } from '../../../src/contract/wording/names';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { ActionProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { MomentText } from '../../ui/date-text';
import { download } from '../../ui/download';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText, type PlainTextId } from '../../ui/text';
import { usePanel } from '../panel-context';
import { timeline, TOPICS, type Entry, type Topic } from '../model/history';
import { choicesIn, EVERYTHING, matching, type HistoryFilter } from '../model/history-filter';
import { changed, valuesOf } from './entry-text';
import { historyCsv, historyJson } from './export-history';
import { useWholeHistory } from './use-whole-history';

const topicText: Readonly<Record<Topic | 'all', PlainTextId>> = {
  all: 'panel.topicAll',
  ownership: 'panel.topicOwnership',
  agreements: 'panel.topicAgreements',
  moves: 'panel.topicMoves',
};

/** So many lines at first; the rest on request. */
const SHOWN = 20;

/** Everything that happened, newest first, in words. */
export function History() {
  const t = useText();
  const { answer } = usePanel();
  const whole = useWholeHistory(answer);
  const [filter, setFilter] = useState<HistoryFilter>(EVERYTHING);
  const [shownCount, setShownCount] = useState(SHOWN);
  const words = useWords(namesFrom(whole.people, t('ui.unknownPerson')));
  const asAsked = useMemo(
    () => new Map(answer.charter.agreements.map(({ id, deliverable }) => [id, deliverable])),
    [answer.charter.agreements],
  );
  const toEntries = (events: readonly CharterEvent[], from: number) => timeline(events, from, asAsked);
  const entries = toEntries(whole.events, whole.from);
  const found = matching(entries, filter);
  const shown = found.slice(0, shownCount);
  const choices = choicesIn(entries);
  const set = (change: Partial<HistoryFilter>) => setFilter({ ...filter, ...change });

  const save = async (kind: 'csv' | 'json') => {
    const all = await whole.loadOlder(true);
    if (!all) return;
    const { events, people } = all;
    const named = { ...words, nameOf: namesFrom(people, t('ui.unknownPerson')) };
    const { issueKey } = answer.item;
    const sentence = (entry: Entry) =>
      t(`panel.${entry.text}`, { by: named.nameOf(entry.by), ...valuesOf(entry, named) });
    const text =
      kind === 'json'
        ? historyJson(issueKey, events, people)
        : historyCsv([...toEntries(events, 0)].reverse(), sentence, named.nameOf, t);
    download(`${issueKey}-history.${kind}`, text, kind);
  };

  return (
    <div className="hf-stack">
      <div className="hf-history-tools">
        <Choice
          label={t('history.kind')}
          value={filter.topic}
          options={(['all', ...TOPICS] as const).map((value) => ({ value, label: t(topicText[value]) }))}
          onChange={(topic) => set({ topic })}
        />
        <Choice
          label={t('history.agreement')}
          value={filter.agreementId}
          options={[
            { value: '', label: t('history.anyAgreement') },
            ...choices.agreements.map(({ id, what }) => ({ value: id, label: what })),
          ]}
          onChange={(agreementId) => set({ agreementId })}
        />
        <Choice
          label={t('history.person')}
          value={filter.person}
          options={[
            { value: '', label: t('history.anybody') },
            ...choices.people.map((id) => ({ value: id, label: words.nameOf(id) })),
          ]}
          onChange={(person) => set({ person })}
        />
        <div className="hf-actions">
          <Button spacing="compact" isDisabled={whole.loading} onClick={() => void save('csv')}>
            {t('history.exportCsv')}
          </Button>
          <Button spacing="compact" isDisabled={whole.loading} onClick={() => void save('json')}>
            {t('history.exportJson')}
          </Button>
        </div>
      </div>
      {found.length === 0 && <p className="hf-subtle">{t('history.nothing')}</p>}
      <ol className="hf-timeline">
        {shown.map((entry) => (
          <Line key={entry.number} entry={entry} words={words} />
        ))}
      </ol>
      {whole.problem && <ActionProblem problem={whole.problem} onRetry={() => void whole.loadOlder()} />}
      {shown.length < found.length ? (
        <div>
          <button type="button" className="hf-link" onClick={() => setShownCount(shownCount + 5 * SHOWN)}>
            {t('panel.historyMore', { count: found.length - shown.length })}
          </button>
        </div>
      ) : (
        whole.from > 0 && (
          <div>
            <Button spacing="compact" isLoading={whole.loading} onClick={() => void whole.loadOlder()}>
              {t('history.older', { count: whole.from })}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function useWords(nameOf: (accountId: string) => string) {
  const t = useText();
  const { locale } = useSurroundings();
  return { t, nameOf, today: useToday(), locale };
}

function Line({ entry, words }: { entry: Entry; words: ReturnType<typeof useWords> }) {
  const { change } = entry;
  return (
    <li className="hf-timeline-entry">
      <div dir="auto">
        <Text
          id={`panel.${entry.text}`}
          values={{ by: <b>{words.nameOf(entry.by)}</b>, ...valuesOf(entry, words) }}
        />
      </div>
      {change && (
        <div className="hf-change" dir="auto">
          <del>{changed(change, change.from, words)}</del> <span aria-hidden="true">→</span>{' '}
          <ins>{changed(change, change.to, words)}</ins>
        </div>
      )}
      {entry.quote !== undefined && (
        <blockquote className="hf-quote" dir="auto">
          {entry.quote}
        </blockquote>
      )}
      <div className="hf-subtle hf-small">
        <MomentText at={entry.at} exact />
      </div>
    </li>
  );
}
