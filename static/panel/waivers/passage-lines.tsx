import { localDate } from '../../../src/domain/time/local-date';
import type { Passage } from '../../../src/domain/charter/charter';
import { rulesOf } from '../../../src/domain/gate/passage-rules';
import { dayText } from '../../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { notedPassages } from '../model/waivers';

const textOf = (reason: Passage['reason']) => {
  switch (reason) {
    case 'bypass':
      return 'waiver.bypassed';
    case 'warned':
      return 'waiver.warned';
    case 'misconfigured':
      return 'waiver.misconfigured';
    case 'unlicensed':
      return 'waiver.unlicensed';
    case 'entered':
      return 'waiver.entered';
    default:
      return 'waiver.passed';
  }
};

/** Moves that passed around the gate, on a waiver or with a warning, and what no gate was asked about: said where the next move is judged, so that nobody has to look for it. */
export function PassageLines() {
  const { answer } = usePanel();
  const passages = notedPassages(answer);
  return (
    <>
      {passages.map((passage) => (
        <PassageLine
          key={[passage.at, passage.checkpoint, passage.reason, passage.child].join()}
          passage={passage}
        />
      ))}
    </>
  );
}

function PassageLine({ passage }: { passage: Passage }) {
  const t = useText();
  const { nameOf } = usePanel();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const rules = rulesOf(passage).map((rule) => t(`report.rule.${rule}`));
  return (
    <p className="hf-gate-note">
      <Text
        id={textOf(passage.reason)}
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
