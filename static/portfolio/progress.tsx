import { momentText } from '../../src/contract/texts/dates';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { itemsRead, type Loaded } from './model/load';

/** How far reading is, or when it was; always the same height, so that nothing jumps. */
export function Progress({ loaded }: { loaded: Loaded }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const have = itemsRead(loaded);
  const total = loaded.total === null ? null : Math.max(loaded.total, have);
  const isLoading = loaded.state.kind === 'loading';
  return (
    <div className="hf-portfolio-progress" aria-live="polite">
      <p className="hf-subtle hf-small">
        {isLoading ? (
          <Text id="portfolio.read" values={{ have, total: total ?? have }} />
        ) : (
          loaded.now !== null && (
            <Text
              id="portfolio.asOf"
              values={{ count: have, when: momentText(loaded.now, loaded.now, locale, timeZone) }}
            />
          )
        )}
      </p>
      {isLoading && (
        <div
          className="hf-portfolio-bar"
          role="progressbar"
          aria-label={t('portfolio.reading')}
          aria-valuemin={0}
          {...(total !== null && { 'aria-valuemax': total, 'aria-valuenow': have })}
        >
          <div style={{ width: total === null ? '15%' : `${(100 * have) / Math.max(total, 1)}%` }} />
        </div>
      )}
    </div>
  );
}
