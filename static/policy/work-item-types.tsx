import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { LIMITS } from '../../src/contract/input-parts';
import { coversType, typeKey, type WorkItemType } from '../../src/domain/policy/scope';
import { TextField } from '../ui/fields';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { Part } from '../ui/choices';
import type { OfferedType } from './model/jira-shapes';
import {
  byLevel,
  hasLevel,
  namesType,
  strangers,
  withLevel,
  withoutEntry,
  withType,
  type Level,
} from './model/types';
import { levelText, useTypeName } from './names';
import type { Offers } from './use-jira';

const known = (types: Offers['types']): readonly OfferedType[] => (Array.isArray(types) ? types : []);

/** The types under policy: whole levels of Jira's hierarchy, or one type after the other. */
export function WorkItemTypes({
  chosen,
  offered,
  ofSite,
  error,
  isDisabled,
  onChange,
}: {
  chosen: readonly WorkItemType[];
  offered: Offers['types'];
  /** The site has types that belong to one project alone: they are found by their name. */
  ofSite: boolean;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (types: readonly WorkItemType[]) => void;
}) {
  const t = useText();
  const nameOf = useTypeName();
  const all = known(offered);
  // Unticking what Jira does not list must not make it vanish under the pointer.
  const [seen, setSeen] = useState(chosen);
  const kept = [...new Map([...seen, ...chosen].map((entry) => [typeKey(entry), entry])).values()];
  const shown = all.filter((type) => type.shared || kept.some((one) => coversSingly(one, type)));
  const { levels, loose } = byLevel(shown);
  const elsewhere = offered === null ? [] : strangers(kept, all);
  const isChosen = (entry: WorkItemType) => chosen.some((one) => typeKey(one) === typeKey(entry));
  const tick = (type: OfferedType | Level['types'][number], wanted: boolean) =>
    onChange(withType(chosen, type, wanted, all));
  return (
    <Part legend={t('policy.types')} help={<Text id="policy.typesHelp" />} error={error}>
      <div className="hf-scope" id="hf-types" tabIndex={-1}>
        {offered === null && <SkeletonLines lines={2} />}
        {offered === 'unavailable' && (
          <p className="hf-subtle hf-small">
            <Text id="policy.typesUnavailable" />
          </p>
        )}
        {levels.map((one) => (
          <div key={one.level} role="group" aria-label={levelText(one.level, t)}>
            <label className="hf-scope-level">
              <input
                type="checkbox"
                checked={hasLevel(chosen, one.level)}
                disabled={isDisabled}
                onChange={({ currentTarget }) => onChange(withLevel(chosen, one, currentTarget.checked))}
              />
              <span>{nameOf({ level: one.level })}</span>
            </label>
            <ul className="hf-ticks hf-scope-types">
              {one.types.map((type) => (
                <TypeTick
                  key={type.id}
                  name={type.name}
                  checked={hasLevel(chosen, one.level) || namesType(chosen, type)}
                  isDisabled={isDisabled || hasLevel(chosen, one.level)}
                  onChange={(wanted) => tick(type, wanted)}
                />
              ))}
            </ul>
          </div>
        ))}
        {(loose.length > 0 || elsewhere.length > 0) && (
          <ul className="hf-ticks">
            {loose.map((type) => (
              <TypeTick
                key={type.id}
                name={type.name}
                checked={namesType(chosen, type)}
                isDisabled={isDisabled}
                onChange={(wanted) => tick(type, wanted)}
              />
            ))}
            {elsewhere.map((entry) => (
              <TypeTick
                key={typeKey(entry)}
                name={nameOf(entry)}
                note={Array.isArray(offered) ? t(ofSite ? 'policy.typeLost' : 'policy.typeElsewhere') : ''}
                checked={isChosen(entry)}
                isDisabled={isDisabled}
                onChange={(wanted) => onChange(wanted ? [...chosen, entry] : withoutEntry(chosen, entry))}
              />
            ))}
          </ul>
        )}
      </div>
      {ofSite && !isDisabled && all.some(({ shared }) => !shared) && (
        <AddByName
          types={all}
          onAdd={(types) => {
            const fresh = types.filter((type) => !namesType(chosen, type));
            const entries = fresh.map(({ id, name }) => ({ id, name }));
            setSeen((now) => [...now, ...entries]);
            onChange([...chosen, ...entries]);
          }}
        />
      )}
    </Part>
  );
}

const coversSingly = (entry: WorkItemType, type: OfferedType): boolean =>
  !('level' in entry) && coversType(entry, type);

function TypeTick({
  name,
  note = '',
  checked,
  isDisabled,
  onChange,
}: {
  name: string;
  note?: string;
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
        {note !== '' && <span className="hf-subtle">{note}</span>}
      </label>
    </li>
  );
}

/** Types of single projects are many and called the same: all of one name are added at once. */
function AddByName({
  types,
  onAdd,
}: {
  types: readonly OfferedType[];
  onAdd: (types: readonly OfferedType[]) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState<string>();
  const add = () => {
    const named = typed.trim();
    if (named === '') return;
    const found = types.filter((type) => coversType({ named }, type));
    if (found.length === 0) return setMissing(named);
    onAdd(found);
    setTyped('');
  };
  return (
    <form
      className="hf-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={t('policy.typeOther')}
        help={t('policy.typeOtherHelp')}
        value={typed}
        maxLength={LIMITS.name}
        error={missing === undefined ? undefined : t('policy.typeNone', { name: missing })}
        onChange={(value) => {
          setTyped(value);
          setMissing(undefined);
        }}
      />
      <Button type="submit" isDisabled={typed.trim() === ''}>
        {t('policy.typeAdd')}
      </Button>
    </form>
  );
}
