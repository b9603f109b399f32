import { useState } from 'react';
import { coversType } from '../../src/domain/gate/coverage';
import { typeKey, type IssueTypeFact, type WorkItemType } from '../../src/domain/policy/scope';
import { Checkbox } from '../ui/checkbox';
import { Checkboxes } from '../ui/choices';
import { levelText } from '../ui/level-text';
import { useText } from '../ui/text';
import type { OfferedType } from './model/jira-shapes';
import { byLevel, hasLevel, namesType, strangers, withLevel, withoutEntry, withType } from './model/types';
import { useTypeName } from './names';

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
  const known = [...new Map([...seen, ...chosen].map((entry) => [typeKey(entry), entry])).values()];
  const shown = types.filter((type) => type.shared || known.some((one) => coversSingly(one, type)));
  const { levels, loose } = byLevel(shown);
  const elsewhere = strangers(known, types);
  const take = (next: readonly WorkItemType[]) => {
    setSeen(known);
    onChange(next);
  };
  const typeCheckboxes = (some: readonly IssueTypeFact[], isIncluded: boolean) =>
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
          <Checkbox
            label={nameOf({ level: one.level })}
            checked={hasLevel(chosen, one.level)}
            isDisabled={isDisabled}
            onChange={(wanted) => take(withLevel(chosen, one, wanted))}
          />
          <div className="hf-choice-more">
            <Checkboxes>{typeCheckboxes(one.types, hasLevel(chosen, one.level))}</Checkboxes>
          </div>
        </div>
      ))}
      {loose.length + elsewhere.length > 0 && (
        <Checkboxes>
          {typeCheckboxes(loose, false)}
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
        </Checkboxes>
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
      <Checkbox label={name} note={note} checked={checked} isDisabled={isDisabled} onChange={onChange} />
    </li>
  );
}
