import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { LIMITS } from '../../src/contract/input-parts';
import { coversType } from '../../src/domain/gate/coverage';
import { typeKey, type WorkItemType } from '../../src/domain/policy/scope';
import { TextField } from '../ui/fields';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { Part } from '../ui/choices';
import type { OfferedType } from './model/jira-shapes';
import { namesType } from './model/types';
import { TypeCheckboxes } from './type-checkboxes';
import type { Offers } from './use-jira';

/** The types under policy: whole levels of Jira's hierarchy, or one type after the other. */
export function WorkItemTypes({
  chosen,
  offered,
  lost,
  ofSite,
  error,
  isDisabled,
  onChange,
}: {
  chosen: readonly WorkItemType[];
  offered: Offers['types'];
  /** Of what is saved: what Jira no longer has. */
  lost: readonly WorkItemType[];
  /** The site has types that belong to one project alone: they are found by their name. */
  ofSite: boolean;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (types: readonly WorkItemType[]) => void;
}) {
  const t = useText();
  const types = Array.isArray(offered) ? offered : [];
  return (
    <Part legend={t('policy.types')} help={<Text id="policy.typesHelp" />} error={error}>
      <div className="hf-place" id="hf-types" tabIndex={-1}>
        <Stack space="space.150">
          {offered === 'unavailable' && (
            <p className="hf-subtle hf-small">
              <Text id="policy.typesUnavailable" />
            </p>
          )}
          {offered === null ? (
            <SkeletonLines lines={2} />
          ) : (
            <TypeCheckboxes
              chosen={chosen}
              types={types}
              noteOf={(stranger) => {
                if (lost.some((one) => typeKey(one) === typeKey(stranger))) return t('policy.typeLost');
                return offered === 'unavailable' || ofSite ? null : t('policy.typeElsewhere');
              }}
              isDisabled={isDisabled}
              onChange={onChange}
            />
          )}
        </Stack>
      </div>
      {ofSite && !isDisabled && types.some(({ shared }) => !shared) && (
        <AddByName
          types={types}
          onAdd={(found) => {
            const fresh = found.filter((type) => !namesType(chosen, type));
            onChange([...chosen, ...fresh.map(({ id, name }) => ({ id, name }))]);
          }}
        />
      )}
    </Part>
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
