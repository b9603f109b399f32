import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { linkKey, type WaitsFor, type WaitingLink } from '../../src/domain/policy/scope';
import { Checkbox } from '../ui/checkbox';
import { Part } from '../ui/choices';
import { Columns } from '../ui/columns';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { countsAsWaiting, lostLinks, sidesOf, withoutLinks, withSide } from './model/links';
import { useJiraNames } from './names';
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
  const { byWords } = useJiraNames();
  const types = Array.isArray(offered) ? offered : [];
  const sides = sidesOf(types);
  const [seen, setSeen] = useState<readonly WaitingLink[]>([]);
  const lost = Array.isArray(offered) ? lostLinks(waitsFor, types) : [];
  const stillLost = [...withoutLinks(seen, lost), ...lost];
  const nothing = Array.isArray(offered) && !sides.some((side) => countsAsWaiting(waitsFor, side, byWords));
  return (
    <Part legend={t('policy.waitsFor')} help={<Text id="policy.waitsForHelp" />}>
      <div className="hf-place" id="hf-links" tabIndex={-1}>
        <Stack space="space.150">
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
              <Columns as="ul" least="200px" label={t('policy.waitsForSides')}>
                {sides.map((side) => (
                  <li key={side.links.map(linkKey).join()}>
                    <Checkbox
                      label={side.words}
                      checked={countsAsWaiting(waitsFor, side, byWords)}
                      isDisabled={isDisabled}
                      onChange={(wanted) =>
                        onChange(withSide(waitsFor, side, wanted, { links: types, byWords }))
                      }
                    />
                  </li>
                ))}
                {stillLost.map((link) => (
                  <li key={linkKey(link)}>
                    <Checkbox
                      label={link.words}
                      note={t('policy.typeLost')}
                      checked={lost.includes(link)}
                      isDisabled={isDisabled}
                      onChange={(wanted) => {
                        setSeen([...withoutLinks(seen, [link]), link]);
                        const rest = withoutLinks(waitsFor === 'by-words' ? [] : waitsFor, [link]);
                        onChange(wanted ? [...rest, link] : rest);
                      }}
                    />
                  </li>
                ))}
              </Columns>
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
        </Stack>
      </div>
    </Part>
  );
}
