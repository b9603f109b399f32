import AlertIcon from '@atlaskit/icon/core/warning';
import { weaknessesOf, type HandoffCell } from '../../../src/domain/report/handoffs/matrix';
import { StateWord } from '../../ui/state-word';
import { useSurroundings } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { figureLines, weaknessTone } from './words';

/** A handoff in figures. A weak one says so first: by a sign, a word and a bar, and by colour on top. */
export function CellButton({
  name,
  cell,
  label,
  expectedHours,
  isChosen,
  onChoose,
}: {
  name: string;
  cell: HandoffCell;
  /** The two sides, for those who hear it. */
  label: { readonly requester: string; readonly provider: string };
  expectedHours: number | null;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const [weakness] = weaknessesOf(cell, expectedHours);
  const [first, ...more] = figureLines(cell, locale, t);
  const word = weakness ? t(`handoffs.weak.${weakness}`) : null;
  const figures = [...(word === null ? [] : [word]), first, ...more].join(', ');
  return (
    <button
      type="button"
      className={weakness ? 'hf-handoff hf-handoff-weak' : 'hf-handoff'}
      data-handoff={name}
      aria-expanded={isChosen}
      aria-label={t('handoffs.cellLabel', { ...label, figures })}
      onClick={onChoose}
    >
      {weakness && word !== null && (
        <span className="hf-handoff-word">
          <AlertIcon label="" size="small" color="currentColor" />
          <StateWord tone={weaknessTone[weakness]}>{word}</StateWord>
        </span>
      )}
      <span className="hf-medium">{first}</span>
      {more.map((line) => (
        <span key={line} className="hf-subtle hf-small">
          {line}
        </span>
      ))}
    </button>
  );
}
