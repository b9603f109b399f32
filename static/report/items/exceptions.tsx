import { localDate } from '../../../src/domain/time/local-date';
import { dayText } from '../../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text } from '../../ui/text';
import { firstEnd } from '../rows/exceptions';
import type { Row } from '../rows/row';

/** What a waiver lets pass now, and moves that went around the gate: never silent. */
export function Exceptions({ row: { item } }: { row: Row }) {
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const { gate, bypasses } = item;
  const until = gate ? firstEnd(gate) : undefined;
  if (until === undefined && bypasses === 0) return null;
  return (
    <div className="hf-report-exceptions">
      {until !== undefined && (
        <span>
          <Text
            id="report.waived"
            values={{
              count: new Set(gate?.waived.map(({ rule }) => rule)).size,
              date: dayText(localDate(until, timeZone), today, locale),
            }}
          />
        </span>
      )}
      {bypasses > 0 && (
        <span>
          <Text id="report.bypassed" values={{ count: bypasses }} />
        </span>
      )}
    </div>
  );
}
