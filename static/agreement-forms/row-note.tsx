import type { ReactNode } from 'react';
import type { AgreementView } from '../../src/contract/answers';
import type { ReturnCause } from '../../src/domain/charter/agreement/agreement';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../ui/surroundings';
import { Text, type PlainTextId } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';

const returnedText: Readonly<Record<ReturnCause, PlainTextId>> = {
  spec: 'agreement.noteReturnedSpec',
  quality: 'agreement.noteReturnedQuality',
};

/** What the other side said and is not answered yet: read before the buttons beside it. */
export function RowNote({ agreement }: { agreement: AgreementView }) {
  const { nameOf } = useFormContext();
  const { locale } = useSurroundings();
  const today = useToday();
  const day = (date: string) => dayText(date, today, locale);
  const person = nameOf(agreement.providerAccountId);
  switch (agreement.status) {
    case 'countered': {
      const { committedBy, deliverable, reason } = agreement.counter;
      const date = day(committedBy);
      return deliverable === undefined ? (
        <Note quote={reason}>
          <Text id="agreement.noteCounter" values={{ person, date }} />
        </Note>
      ) : (
        <Note quote={reason}>
          <Text id="agreement.noteCounterWhat" values={{ person, date, what: deliverable }} />
        </Note>
      );
    }
    case 'acknowledged': {
      const { doubt, renegotiation, lastReturn } = agreement;
      if (renegotiation) {
        const values = {
          person: nameOf(renegotiation.proposedBy),
          date: day(renegotiation.committedBy),
          old: day(agreement.committedBy),
        };
        return (
          <Note quote={renegotiation.reason}>
            <Text id="agreement.noteNewDate" values={values} />
          </Note>
        );
      }
      if (doubt) {
        return (
          <Note quote={doubt.reason}>
            <Text id="agreement.noteDoubted" values={{ person }} />
          </Note>
        );
      }
      return lastReturn ? (
        <Note quote={lastReturn.reason}>
          <Text id={returnedText[lastReturn.cause]} />
        </Note>
      ) : null;
    }
    case 'delivered':
      return (
        <Note quote={agreement.evidence}>
          <Text id="agreement.noteDelivered" values={{ person }} />
        </Note>
      );
    default:
      return null;
  }
}

function Note({ children, quote }: { children: ReactNode; quote: string }) {
  return (
    <div className="hf-note">
      {children} <q dir="auto">{quote}</q>
    </div>
  );
}
