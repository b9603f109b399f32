import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { LIMITS } from '../../src/contract/input-parts';
import { TextField } from '../ui/fields';
import { Text, useText } from '../ui/text';
import { Part } from '../ui/choices';

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The types under policy: those of the project to tick, and any other by name. */
export function WorkItemTypes({
  chosen,
  offered,
  error,
  isDisabled,
  onChange,
}: {
  chosen: readonly string[];
  offered: readonly string[];
  error: string | undefined;
  isDisabled: boolean;
  onChange: (names: readonly string[]) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  // Unticking a type that the project does not have must not make it vanish under the pointer.
  const [seen, setSeen] = useState<readonly string[]>(chosen);
  const elsewhere = [...new Set([...seen, ...chosen])].filter(
    (name) => !offered.some((other) => sameName(name, other)),
  );
  const isChosen = (name: string) => chosen.some((other) => sameName(name, other));
  const toggle = (name: string) =>
    onChange(isChosen(name) ? chosen.filter((other) => !sameName(name, other)) : [...chosen, name]);
  const add = () => {
    const name = typed.trim();
    if (name === '') return;
    if (!isChosen(name)) onChange([...chosen, name]);
    setSeen((now) => [...now, name]);
    setTyped('');
  };
  return (
    <Part legend={t('policy.types')} help={<Text id="policy.typesHelp" />} error={error}>
      <ul className="hf-ticks" id="hf-types" tabIndex={-1}>
        {[...offered, ...elsewhere].map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={isChosen(name)}
                disabled={isDisabled}
                onChange={() => toggle(name)}
              />
              <span>{name}</span>
              {offered.length > 0 && !offered.includes(name) && (
                <span className="hf-subtle">
                  <Text id="policy.typeElsewhere" />
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {!isDisabled && (
        <form
          className="hf-add"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={t('policy.typeOther')}
            value={typed}
            maxLength={LIMITS.name}
            onChange={setTyped}
          />
          <Button type="submit" isDisabled={typed.trim() === ''}>
            {t('policy.typeAdd')}
          </Button>
        </form>
      )}
    </Part>
  );
}
