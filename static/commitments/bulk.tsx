import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentEntry } from '../../src/contract/answers';
import { useAnnounce } from '../ui/announcer';
import { Notice } from '../ui/notice';
import { useText } from '../ui/text';
import { useBulkWords } from './bulk-words';
import { useCommitmentsContext } from './commitments-context';
import { quickAnswer, type QuickAnswer } from './model/entries';

interface Chosen {
  readonly entry: CommitmentEntry;
  readonly yes: QuickAnswer;
}

/** Several lines answered with a yes at once: says what that means, asks once, tells what became of each. */
export function Bulk({ entries }: { entries: readonly CommitmentEntry[] }) {
  const t = useText();
  const page = useCommitmentsContext();
  const [confirming, setConfirming] = useState(false);
  const possible = entries.flatMap((entry): Chosen[] => {
    const yes = quickAnswer(entry, page);
    return yes ? [{ entry, yes }] : [];
  });
  const chosen = possible.filter(({ entry }) => page.ticked.has(entry.ref));
  const all = chosen.length === possible.length;
  return (
    <div className="hf-bulk">
      <div className="hf-actions">
        <label className="hf-bulk-all">
          <input
            type="checkbox"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = chosen.length > 0 && !all;
            }}
            disabled={page.busy}
            onChange={() => page.tickAll(all ? [] : possible.map(({ entry }) => entry.ref))}
          />
          {t('commitments.tickAll', { count: possible.length })}
        </label>
        {chosen.length > 0 && !confirming && (
          <Button spacing="compact" appearance="primary" onClick={() => setConfirming(true)}>
            {t('commitments.answerTicked', { count: chosen.length })}
          </Button>
        )}
      </div>
      {confirming && chosen.length > 0 && (
        <Confirmation chosen={chosen} onDone={() => setConfirming(false)} />
      )}
    </div>
  );
}

function Confirmation({ chosen, onDone }: { chosen: readonly Chosen[]; onDone: () => void }) {
  const t = useText();
  const announce = useAnnounce();
  const page = useCommitmentsContext();
  const wordsOf = useBulkWords();
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => frame.current?.focus(), []);

  const confirm = async () => {
    const outcomes = await page.answer(
      chosen.map(({ entry: { ref, seen }, yes: { call, input } }) => ({
        ref,
        call,
        input: { ...input, seen },
      })),
    );
    const refused = outcomes.filter(({ problem }) => problem !== null).length;
    const done = outcomes.length - refused;
    announce(
      refused === 0
        ? t('commitments.saidAll', { count: done })
        : t('commitments.saidSome', { done, refused }),
    );
    page.tell(outcomes);
    onDone();
  };
  const leave = () => {
    page.settle();
    onDone();
  };

  return (
    <form
      ref={frame}
      tabIndex={-1}
      aria-label={t('commitments.confirmTitle', { count: chosen.length })}
      className="hf-bulk-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <Notice
        title={t('commitments.confirmTitle', { count: chosen.length })}
        actions={
          <>
            <Button type="submit" appearance="primary" isLoading={page.busy}>
              {t('commitments.confirm', { count: chosen.length })}
            </Button>
            <Button appearance="subtle" isDisabled={page.busy} onClick={leave}>
              {t('ui.cancel')}
            </Button>
          </>
        }
      >
        <ul className="hf-bulk-lines">
          {chosen.map(({ entry, yes }) => (
            <li key={entry.ref}>{wordsOf(entry, yes)}</li>
          ))}
        </ul>
      </Notice>
    </form>
  );
}
