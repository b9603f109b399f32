import { Text, useText } from '../../ui/text';
import { momentText } from '../../../src/contract/texts/dates';
import { useSurroundings } from '../../ui/surroundings';
import type { Loaded } from '../accountability/model/load';

/** How far loading is, or how much there was and when; always the same height, so that nothing jumps. */
export function Progress({ loaded, shown }: { loaded: Loaded; shown: number }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const { rows, total, state } = loaded;
  const have = rows.length;
  const loading = state.kind === 'loading';
  return (
    <div className="hf-report-progress">
      <p className="hf-subtle hf-small">
        {state.kind === 'done' ? (
          <>
            <Text id={shown === have ? 'report.shownAll' : 'report.shown'} values={{ shown, have }} />
            {loaded.now !== null && (
              <>
                {' · '}
                <Text
                  id="report.asOf"
                  values={{ when: momentText(loaded.now, loaded.now, locale, timeZone) }}
                />
              </>
            )}
          </>
        ) : total === null ? (
          <Text id="report.loadedSoFar" values={{ have }} />
        ) : (
          // An estimate that proves too low is not shown as a part of less.
          <Text id="report.loadedOf" values={{ have, total: Math.max(total, have) }} />
        )}
      </p>
      {loading && (
        <div
          className="hf-report-bar"
          role="progressbar"
          aria-label={t('report.loading')}
          aria-valuemin={0}
          {...(total !== null && { 'aria-valuemax': Math.max(total, have), 'aria-valuenow': have })}
        >
          <div
            style={{ width: total === null ? '15%' : `${Math.min(100, (100 * have) / Math.max(total, 1))}%` }}
          />
        </div>
      )}
    </div>
  );
}
