import type { CommitmentEntry } from '../../src/contract/answers';
import { bold } from '../ui/bold';
import { MomentText } from '../ui/date-text';
import type { DutyKind } from '../../src/domain/commitments/duties';
import { Text, useText } from '../ui/text';
import { useCommitmentsContext } from './commitments-context';
import { isLeft, leadText } from './words';

/** Where the other side is the reader themself. */
const ownLead: Partial<Record<DutyKind, 'commitments.leadOwn' | 'commitments.leadOwnGap'>> = {
  'ask-another': 'commitments.leadOwn',
  'answer-gap': 'commitments.leadOwnGap',
};

/** Who is on the other side, what they did, and how long ago: "Mara Okonkwo asked you to promise this 3 days ago." */
export function EntryLead({ entry }: { entry: CommitmentEntry }) {
  const t = useText();
  const { accountId, nameOf } = useCommitmentsContext();
  const { agreement, awaitedBy, duty, since } = entry;
  const provider = agreement?.providerAccountId;
  const other = provider !== undefined && provider !== accountId ? provider : awaitedBy;
  // A name that leads to the reader themself would tell them what they know.
  const own = other === null || other === accountId;
  return (
    <p className="hf-commitment-lead">
      <Text
        id={isLeft(entry) ? 'commitments.leadLeft' : own ? (ownLead[duty] ?? leadText[duty]) : leadText[duty]}
        values={{ person: own ? '' : nameOf(other), when: <MomentText at={since} />, b: bold }}
      />
      {entry.standInFor !== undefined && (
        <span className="hf-subtle"> {t('commitments.standIn', { person: nameOf(entry.standInFor) })}</span>
      )}
    </p>
  );
}
