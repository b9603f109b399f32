import { useRef, type ReactNode } from 'react';
import type { AnswerCall } from '../../src/contract/answer-calls';
import type { CommitmentEntry } from '../../src/contract/answers';
import { emptyCharter, type Charter } from '../../src/domain/charter/charter';
import { zoneOfPerson } from '../../src/domain/charter/ownership/dri-zone';
import {
  FormContextProvider,
  intakeOfNeeds,
  type ChangeKey,
  type FormContextValue,
} from '../charter-form/form-context';
import { useAnnounce } from '../ui/announcer';
import { flag, type FlagAction } from '../ui/flags';
import { useText } from '../ui/text';
import { useCommitmentsContext } from './commitments-context';

/** As much of the charter as a line knows: what it is about, and for a check-in what that is held against. */
const charterOf = ({ agreement, checkIn }: CommitmentEntry): Charter => ({
  ...emptyCharter,
  agreements: checkIn?.agreements ?? (agreement ? [agreement] : []),
  checkInCount: checkIn?.count ?? 0,
});

/** Steps that can be undone for some minutes, and by what. */
const undoneWith: Readonly<Partial<Record<ChangeKey, AnswerCall>>> = {
  'agreement/acknowledge': 'agreement/undo',
  'agreement/decline': 'agreement/undo',
  'agreement/accept-counter': 'agreement/undo',
  'agreement/accept-delivery': 'agreement/undo',
  'agreement/answer-renegotiation': 'agreement/undo',
  'dri/accept': 'dri/undo',
  'dri/decline': 'dri/undo',
};

/** What the forms ask of their page, given for one line: every call goes to the line's own work item. */
export function EntryFormContext({ entry, children }: { entry: CommitmentEntry; children: ReactNode }) {
  const page = useCommitmentsContext();
  const announce = useAnnounce();
  const t = useText();
  const latest = useRef(page);
  latest.current = page;
  const { ref, dri, seen, item } = entry;
  /** The line may be gone by then: what came of it stands in a flag as well. */
  const take = async (undo: AnswerCall) => {
    const [outcome] = await latest.current.answer([{ ref, call: undo, input: {} }]);
    const problem = outcome?.problem;
    if (problem) flag('error', problem.message);
    else flag('success', t('agreement.saidUndone'));
  };
  const send: FormContextValue['send'] = async (key, input, said) => {
    // The forms of a line answer what waits; what answers nothing is refused by the contract, and shown like a refusal.
    const answer = key as AnswerCall;
    const [outcome] = await page.answer([{ ref, call: answer, input: { seen, ...input } }]);
    page.tell(outcome ? [outcome] : []);
    if (outcome?.problem) return outcome.problem;
    const undo = undoneWith[key];
    const actions: readonly FlagAction[] = undo
      ? [{ text: t('agreement.undo'), onClick: () => void take(undo) }]
      : [];
    if (undo) flag('success', said, undefined, actions);
    announce(said);
    return null;
  };
  return (
    <FormContextProvider
      value={{
        me: page.accountId,
        now: page.now,
        people: page.people,
        nameOf: page.nameOf,
        dri: dri?.accountId,
        // What a day binds here is the reader's own.
        zone: zoneOfPerson(page.people[page.accountId], undefined),
        issueKey: item?.issueKey,
        seen,
        // The refusal says who changed it; this page holds no history to say it earlier.
        changedSince: () => null,
        charter: charterOf(entry),
        checkIn: {
          walkThrough: entry.checkIn?.walkThrough ?? [],
          intake: intakeOfNeeds(entry.checkIn?.intake ?? []),
        },
        send,
        close: page.close,
        reload: page.reload,
        draft: (form) => `${ref}:${page.accountId}:${form}`,
        // The gate belongs to the work item; this page speaks of the promise alone.
        consequence: () => null,
      }}
    >
      {children}
    </FormContextProvider>
  );
}
