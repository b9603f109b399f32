import { localDate } from '../../../src/domain/time/local-date';
import { dayText } from '../../../src/contract/texts/dates';
import { StateWord } from '../../ui/state-word';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { firstEnd } from '../rows/exceptions';
import type { Row } from '../rows/row';

/** What its owner says against it, what a waiver lets pass now, and moves that went around the gate: never silent. */
export function Exceptions({ row: { item } }: { row: Row }) {
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const { gate, bypasses } = item;
  const until = gate ? firstEnd(gate) : undefined;
  const off = item.onTrack === false ? item.checkIn : null;
  const atRisk = item.checkIn?.atRisk ?? 0;
  const notAsked = item.checkIn?.notAsked ?? 0;
  const reason = item.review?.reason;
  const [lookBack] = item.lookBacks;
  const isQuiet = until === undefined && bypasses + atRisk + notAsked === 0;
  if (isQuiet && !off && reason === undefined && !lookBack) return null;
  return (
    <div className="hf-report-exceptions">
      {off && <OffTrack said={off} />}
      {atRisk > 0 && (
        <span>
          <Text id="report.atRiskPromises" values={{ count: atRisk }} />
        </span>
      )}
      {notAsked > 0 && (
        <span>
          <Text id="report.notAsked" values={{ count: notAsked }} />
        </span>
      )}
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
      {item.review && reason !== undefined && (
        <span dir="auto">
          <Text
            id="report.reviewed"
            values={{ choice: item.review.choice === 're-date' ? 'moved' : item.review.choice, reason }}
          />
        </span>
      )}
      {lookBack && (
        <span dir="auto">
          <Text id="report.lookBack" values={{ what: lookBack.what, change: lookBack.changesNow }} />
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

/** Since when its owner says no; what is in the way stands among the findings. */
function OffTrack({ said: { at, offTrackSince = at } }: { said: NonNullable<Row['item']['checkIn']> }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  return (
    <StateWord tone="problem">
      {t('report.offTrackSince', { date: dayText(localDate(offTrackSince, timeZone), today, locale) })}
    </StateWord>
  );
}
