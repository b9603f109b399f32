import { useState } from 'react';
import { coversType } from '../../src/domain/gate/coverage';
import { typeKey, type IssueTypeFact, type WorkItemType } from '../../src/domain/policy/scope';
import { levelText } from '../ui/level-text';
import { useText } from '../ui/text';
import type { OfferedType } from './model/jira-shapes';
import { byLevel, hasLevel, namesType, strangers, withLevel, withoutEntry, withType } from './model/types';
import { useTypeName } from './names';
import '../ui/choices.css';
import './type-checkboxes.css';

/** Types to tick: whole levels of Jira's hierarchy, the types of each, and what is chosen and not among them. */
export function TypeCheckboxes({
  chosen,
  types,
  noteOf,
  isDisabled,
  onChange,
}: {
  chosen: readonly WorkItemType[];
  /** What Jira has; those that are not shared are shown once they are chosen. */
  types: readonly OfferedType[];
  /** Said of what is chosen and not among them; null where nothing is to be said. */
  noteOf: (stranger: WorkItemType) => string | null;
  isDisabled: boolean;
  onChange: (types: readonly WorkItemType[]) => void;
}) {
  const t = useText();
  const nameOf = useTypeName();
  // What is unticked must not vanish under the pointer.
  const [seen, setSeen] = useState(chosen);
  const kept = [...new Map([...seen, ...chosen].map((entry) => [typeKey(entry), entry])).values()];
  const shown = types.filter((type) => type.shared || kept.some((one) => coversSingly(one, type)));
  const { levels, loose } = byLevel(shown);
  const elsewhere = strangers(kept, types);
  const take = (next: readonly WorkItemType[]) => {
    setSeen(kept);
    onChange(next);
  };
  const typeTicks = (some: readonly IssueTypeFact[], isIncluded: boolean) =>
    some.map((type) => (
      <TypeTick
        key={type.id}
        name={type.name}
        note={null}
        checked={isIncluded || namesType(chosen, type)}
        isDisabled={isDisabled || isIncluded}
        onChange={(wanted) => take(withType(chosen, type, wanted, types))}
      />
    ));
  return (
    <>
      {levels.map((one) => (
        <div key={one.level} role="group" aria-label={levelText(one.level, t)}>
          <label className="hf-scope-level">
            <input
              type="checkbox"
              checked={hasLevel(chosen, one.level)}
              disabled={isDisabled}
              onChange={({ currentTarget }) => take(withLevel(chosen, one, currentTarget.checked))}
            />
            <span>{nameOf({ level: one.level })}</span>
          </label>
          <ul className="hf-ticks hf-scope-types">{typeTicks(one.types, hasLevel(chosen, one.level))}</ul>
        </div>
      ))}
      {loose.length + elsewhere.length > 0 && (
        <ul className="hf-ticks">
          {typeTicks(loose, false)}
          {elsewhere.map((entry) => (
            <TypeTick
              key={typeKey(entry)}
              name={nameOf(entry)}
              note={noteOf(entry)}
              checked={chosen.some((one) => typeKey(one) === typeKey(entry))}
              isDisabled={isDisabled}
              onChange={(wanted) => take(wanted ? [...chosen, entry] : withoutEntry(chosen, entry))}
            />
          ))}
        </ul>
      )}
    </>
  );
}

const coversSingly = (entry: WorkItemType, type: OfferedType): boolean =>
  !('level' in entry) && coversType(entry, type);

function TypeTick({
  name,
  note,
  checked,
  isDisabled,
  onChange,
}: {
  name: string;
  note: string | null;
  checked: boolean;
  isDisabled: boolean;
  onChange: (wanted: boolean) => void;
}) {
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={isDisabled}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{name}</span>
        {note !== null && <span className="hf-subtle">{note}</span>}
      </label>
    </li>
  );
}
