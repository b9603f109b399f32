import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { linkKey, type WaitsFor, type WaitingLink } from '../../src/domain/policy/scope';
import { Part } from '../ui/choices';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { countsAsWaiting, lostLinks, sidesOf, withoutLinks, withSide } from './model/links';
import './type-checkboxes.css';
import type { Offers } from './use-jira';

/** Which links say that a work item waits for another: the site's own link types, each side in its words. */
export function WaitsForPart({
  waitsFor,
  offered,
  isDisabled,
  onChange,
}: {
  waitsFor: WaitsFor;
  offered: Offers['links'];
  isDisabled: boolean;
  onChange: (waitsFor: WaitsFor) => void;
}) {
  const t = useText();
  const types = Array.isArray(offered) ? offered : [];
  const sides = sidesOf(types);
  const [seen, setSeen] = useState<readonly WaitingLink[]>([]);
  const lost = Array.isArray(offered) ? lostLinks(waitsFor, types) : [];
  const stillLost = [...withoutLinks(seen, lost), ...lost];
  const nothing = Array.isArray(offered) && !sides.some((side) => countsAsWaiting(waitsFor, side));
  return (
    <Part legend={t('policy.waitsFor')} help={<Text id="policy.waitsForHelp" />}>
      <div className="hf-scope" id="hf-links" tabIndex={-1}>
        {offered === null && <SkeletonLines lines={2} />}
        {offered === 'unavailable' && (
          <p className="hf-subtle hf-small">
            <Text id="policy.linksUnavailable" />
          </p>
        )}
        {Array.isArray(offered) && (
          <>
            {waitsFor === 'by-words' && (
              <p>
                <Text id="policy.waitsForByWords" />
              </p>
            )}
            <ul className="hf-ticks hf-scope-links" aria-label={t('policy.waitsForSides')}>
              {sides.map((side) => (
                <li key={side.links.map(linkKey).join()}>
                  <label>
                    <input
                      type="checkbox"
                      checked={countsAsWaiting(waitsFor, side)}
                      disabled={isDisabled}
                      onChange={({ currentTarget }) =>
                        onChange(withSide(waitsFor, side, currentTarget.checked, types))
                      }
                    />
                    <span>{side.words}</span>
                  </label>
                </li>
              ))}
              {stillLost.map((link) => (
                <li key={linkKey(link)}>
                  <label>
                    <input
                      type="checkbox"
                      checked={lost.includes(link)}
                      disabled={isDisabled}
                      onChange={({ currentTarget }) => {
                        setSeen([...withoutLinks(seen, [link]), link]);
                        const rest = withoutLinks(waitsFor === 'by-words' ? [] : waitsFor, [link]);
                        onChange(currentTarget.checked ? [...rest, link] : rest);
                      }}
                    />
                    <span>{link.words}</span>
                    <span className="hf-subtle">
                      <Text id="policy.typeLost" />
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {nothing && (
              <p>
                <Text id="policy.waitsForNothing" />
              </p>
            )}
            {waitsFor !== 'by-words' && !isDisabled && (
              <div>
                <Button spacing="compact" appearance="subtle" onClick={() => onChange('by-words')}>
                  {t('policy.waitsForWordsAgain')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Part>
  );
}
