import { useId } from 'react';
import { IssueLink } from '../ui/issue-link';
import { useText } from '../ui/text';
import { useCall } from '../ui/use-call';
import { Count } from './count';
import { lineId } from './use-named-line';

/** What the reader's last mail only counted, in the words it would have had; nothing where it spelled out everything. */
export function Counted() {
  const t = useText();
  const id = useId();
  const { loaded } = useCall('commitments/mail', {});
  if (loaded.status !== 'ready' || loaded.data.things.length === 0) return null;
  const { things } = loaded.data;
  const show = (ref: string) => {
    const line = document.getElementById(lineId(ref));
    line?.scrollIntoView({ block: 'center' });
    line?.focus();
  };
  return (
    <section className="hf-commitments-list" aria-labelledby={id}>
      <h2 className="hf-heading" id={id}>
        {t('commitments.counted')} <Count of={things.length} />
      </h2>
      <ul className="hf-commitments-counted">
        {things.map(({ issueKey, ref, summary, words }) => (
          <li key={`${issueKey} ${words.join(' ')}`}>
            <IssueLink issueKey={issueKey} /> {summary}
            {words.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {ref !== undefined && (
              <a
                className="hf-link"
                href={`#${lineId(ref)}`}
                onClick={(event) => {
                  event.preventDefault();
                  show(ref);
                }}
              >
                {t('commitments.countedShow')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
