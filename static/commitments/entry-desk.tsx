import type { ReactNode } from 'react';
import type { AnswerCall } from '../../src/contract/answer-calls';
import type { CommitmentEntry } from '../../src/contract/answers';
import { emptyCharter, type Charter } from '../../src/domain/charter/charter';
import { zoneOfPerson } from '../../src/domain/charter/ownership/dri-zone';
import { FormDeskProvider, type FormDesk } from '../agreement-forms/form-desk';
import { useAnnounce } from '../ui/announcer';
import { useCommitmentsDesk } from './desk';

/** As much of the charter as a line knows: what it is about, and for a check-in what that is held against. */
const charterOf = ({ agreement, checkIn }: CommitmentEntry): Charter => ({
  ...emptyCharter,
  agreements: checkIn?.agreements ?? (agreement ? [agreement] : []),
  checkInCount: checkIn?.count ?? 0,
});

/** What the forms ask of their page, given for one line: every call goes to the line's own work item. */
export function EntryDesk({ entry, children }: { entry: CommitmentEntry; children: ReactNode }) {
  const desk = useCommitmentsDesk();
  const announce = useAnnounce();
  const { ref, dri, seen, item } = entry;
  const send: FormDesk['send'] = async (key, input, said) => {
    // The forms of a line answer what waits; what answers nothing is refused by the contract, and shown like a refusal.
    const answer = key as AnswerCall;
    const [outcome] = await desk.answer([{ ref, call: answer, input: { seen, ...input } }]);
    desk.tell(outcome ? [outcome] : []);
    if (outcome?.problem) return outcome.problem;
    announce(said);
    return null;
  };
  return (
    <FormDeskProvider
      value={{
        me: desk.accountId,
        now: desk.now,
        people: desk.people,
        nameOf: desk.nameOf,
        dri: dri?.accountId,
        // What a day binds here is the reader's own.
        zone: zoneOfPerson(desk.people[desk.accountId], undefined),
        issueKey: item?.issueKey,
        seen,
        // The refusal says who changed it; this page holds no history to say it earlier.
        changedSince: () => null,
        charter: charterOf(entry),
        send,
        close: desk.close,
        reload: desk.reload,
        draft: (form) => `${ref}:${desk.accountId}:${form}`,
        // The gate belongs to the work item; this page speaks of the promise alone.
        consequence: () => null,
      }}
    >
      {children}
    </FormDeskProvider>
  );
}
