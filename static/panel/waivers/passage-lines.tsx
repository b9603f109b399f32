import { RULES } from '../../../src/domain/gate/rules';
import { localDate } from '../../../src/domain/calendar/local-date';
import type { Passage } from '../../../src/domain/charter/charter';
import { dayText } from '../../ui/dates';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useDesk } from '../desk';
import { tellingPassages } from '../model/waivers';

/** So many here; all of them are in the history. */
const TOLD = 2;

/** Moves that passed around the gate or on a waiver: said where the next move is judged, so that nobody has to look for it. */
export function PassageLines() {
  const { answer } = useDesk();
  const passages = tellingPassages(answer).slice(0, TOLD);
  return (
    <>
      {passages.map((passage) => (
        <PassageLine key={`${passage.at}-${passage.checkpoint}`} passage={passage} />
      ))}
    </>
  );
}

function PassageLine({ passage }: { passage: Passage }) {
  const t = useText();
  const { nameOf } = useDesk();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const rules = RULES.filter((rule) => passage.rules.includes(rule)).map((rule) => t(`report.rule.${rule}`));
  return (
    <p className="hf-gate-note">
      <Text
        id={passage.reason === 'bypass' ? 'waiver.bypassed' : 'waiver.passed'}
        values={{
          at: passage.checkpoint,
          child: passage.child ?? '',
          hasChild: String(passage.child !== undefined),
          date: dayText(localDate(passage.at, timeZone), today, locale),
          person: passage.movedBy === undefined ? t('ui.unknownPerson') : nameOf(passage.movedBy),
          count: passage.rules.length,
          rules: rules.join(', '),
        }}
      />
    </p>
  );
}
