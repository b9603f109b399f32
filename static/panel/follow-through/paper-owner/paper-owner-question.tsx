import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { PaperOwnerAnswer } from '../../../../src/contract/shapes/paper-owner';
import { sponsorOf } from '../../../../src/domain/charter/ownership/sponsor';
import { call } from '../../../ui/call';
import { Text, useText } from '../../../ui/text';
import { useHidden } from '../../../ui/use-hidden';
import { usePanel } from '../../panel-context';
import { allowed } from '../../model/offers';
import { Offers } from '../../offer-button';
import { bold } from '../../../ui/bold';

const DAYS_A_WEEK = 7;

/** Who decides day by day, asked of those who can change who owns it, and only when it is somebody else. */
export function PaperOwnerQuestion() {
  const t = useText();
  const { answer, form } = usePanel();
  const { me, charter, item } = answer;
  const { names, hide } = useHidden(`hands:${item.issueKey}`);
  const owner = charter.dri?.status === 'accepted' ? charter.dri.accountId : null;
  const mayBeAsked = owner !== null && (owner === me.accountId || sponsorOf(charter) === me.accountId);
  const [answered, setAnswered] = useState<PaperOwnerAnswer | null>(null);
  useEffect(() => {
    let left = false;
    setAnswered(null);
    // A question nobody waits for: where it cannot be asked, nothing is missing.
    if (mayBeAsked) void call('owner/hands', {}).then((given) => !left && given.ok && setAnswered(given));
    return () => {
      left = true;
    };
  }, [mayBeAsked, owner, item.issueKey]);
  const question = answered?.question;
  if (!answered || !question) return null;
  const name = `${question.ownerAccountId} ${question.otherAccountId}`;
  if (names.includes(name)) return null;
  const nameIn = (accountId: string): string => answered.people[accountId]?.displayName ?? accountId;
  return (
    <div className="hf-follow-part">
      <h3 className="hf-heading hf-heading-small">{t('follow.paperOwner')}</h3>
      <div className="hf-follow-line">
        <div className="hf-finding-words">
          <Text
            id={question.asks === 'owner' ? 'follow.paperOwnerOwner' : 'follow.paperOwnerSponsor'}
            values={{
              b: bold,
              owner: nameIn(question.ownerAccountId),
              other: nameIn(question.otherAccountId),
              weeks: answered.windowDays / DAYS_A_WEEK,
              owners: question.ownersDays,
              others: question.othersDays,
            }}
          />
        </div>
        {!form && (
          <div className="hf-actions">
            <Offers
              offers={allowed(answer, [
                {
                  kind: 'ask-decision',
                  prefill: {
                    toAccountId: question.otherAccountId,
                    question: t('follow.paperOwnerQuestion', { item: item.issueKey }),
                  },
                },
                { kind: 'hand-back' },
              ])}
              section="follow"
              firstIsPrimary={false}
            />
            <Button appearance="subtle" spacing="compact" onClick={() => hide(name)}>
              {t('follow.paperOwnerFine')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
