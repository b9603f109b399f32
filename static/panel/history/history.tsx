import { useMemo, useState } from 'react';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { MomentText } from '../../ui/date-text';
import { dayText } from '../../ui/dates';
import type { People } from '../../ui/person';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText, type TextId } from '../../ui/text';
import { timeline, TOPICS, type Entry, type Topic } from '../model/history';
import { useDesk } from '../desk';

const topicText: Readonly<Record<Topic, TextId>> = {
  ownership: 'panel.topicOwnership',
  agreements: 'panel.topicAgreements',
  moves: 'panel.topicMoves',
};

/** So many lines at first; the rest on request. */
const SHOWN = 20;

/** Everything that happened, newest first, in words. */
export function History({ history }: { history: readonly CharterEvent[]; people: People }) {
  const t = useText();
  const [topic, setTopic] = useState<Topic | 'all'>('all');
  const [all, setAll] = useState(false);
  const entries = useMemo(() => timeline(history), [history]);
  const matching = entries.filter((entry) => topic === 'all' || entry.topic === topic);
  const shown = all ? matching : matching.slice(0, SHOWN);
  const options = ['all', ...TOPICS.filter((one) => entries.some((entry) => entry.topic === one))] as const;
  return (
    <div className="hf-stack">
      {options.length > 2 && (
        <fieldset className="hf-switch">
          <legend className="hf-unseen">{t('panel.historyFilter')}</legend>
          {options.map((option) => (
            <label key={option} className="hf-switch-option">
              <input
                type="radio"
                name="history-topic"
                className="hf-unseen"
                checked={option === topic}
                onChange={() => setTopic(option)}
              />
              <span>{t(option === 'all' ? 'panel.topicAll' : topicText[option])}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ol className="hf-timeline">
        {shown.map((entry, place) => (
          <Line key={`${entry.at}-${place}`} entry={entry} />
        ))}
      </ol>
      {shown.length < matching.length && (
        <div>
          <button type="button" className="hf-link" onClick={() => setAll(true)}>
            {t('panel.historyMore', { count: matching.length - shown.length })}
          </button>
        </div>
      )}
    </div>
  );
}

function Line({ entry }: { entry: Entry }) {
  const { nameOf } = useDesk();
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  return (
    <li className="hf-timeline-entry">
      <div>
        <Text
          id={`panel.${entry.text}`}
          values={{
            by: <b>{nameOf(entry.by)}</b>,
            person: entry.person === undefined ? '' : nameOf(entry.person),
            what: entry.what,
            date: entry.date === undefined ? '' : dayText(entry.date, today, locale),
            checkpoint: entry.checkpoint === undefined ? '' : t(`panel.${entry.checkpoint}`),
            count: entry.count,
          }}
        />
      </div>
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
