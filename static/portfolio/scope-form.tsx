import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PortfolioScope } from '../../src/contract/portfolio';
import type { Problem } from '../ui/call';
import { Choice } from '../ui/choice';
import { TextArea, TextField } from '../ui/fields';
import { useText } from '../ui/text';
import type { Line } from './model/load';
import { scopeText } from './words';
import { JQL_LIMIT, keysIn, MOST_KEYS } from './model/view';

/** Which projects and items the page looks at, said in a line, and a form to change it. */
export function ScopeForm({
  scope,
  lines,
  problem,
  onChange,
}: {
  scope: PortfolioScope;
  lines: readonly Line[];
  /** What is wrong with the JQL. */
  problem: Problem | null;
  onChange: (scope: PortfolioScope) => void;
}) {
  const t = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || problem !== null;
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <p className="hf-portfolio-scope">{scopeText(scope, lines, t)}</p>
        <Button spacing="compact" aria-expanded={shown} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t('portfolio.scopeChange')}
        </Button>
      </Inline>
      <div id={id} hidden={!shown}>
        {shown && <Fields scope={scope} lines={lines} problem={problem} onChange={onChange} />}
      </div>
    </Stack>
  );
}

/** The categories of the projects that are shown, by name. */
const categoriesOf = (lines: readonly Line[]): readonly { readonly id: string; readonly name: string }[] =>
  [
    ...new Map(
      lines.flatMap(({ project: { category } }) => (category ? [[category.id, category]] : [])),
    ).values(),
  ].sort((a, b) => a.name.localeCompare(b.name));

function Fields({
  scope,
  lines,
  problem,
  onChange,
}: {
  scope: PortfolioScope;
  lines: readonly Line[];
  problem: Problem | null;
  onChange: (scope: PortfolioScope) => void;
}) {
  const t = useText();
  const [keys, setKeys] = useState(scope.projectKeys?.join(', ') ?? '');
  const [categoryId, setCategoryId] = useState(scope.categoryId ?? '');
  const [jql, setJql] = useState(scope.jql ?? '');
  const categories = categoriesOf(lines);
  const apply = (): void => {
    const projectKeys = [...keysIn(keys)];
    onChange({
      ...(projectKeys.length > 0 && { projectKeys }),
      ...(projectKeys.length === 0 && categoryId !== '' && { categoryId }),
      ...(jql.trim() !== '' && { jql: jql.trim() }),
    });
  };
  return (
    <form
      className="hf-card"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Stack space="space.150">
        <TextField
          label={t('portfolio.scopeKeys')}
          help={t('portfolio.scopeKeysHelp', { most: MOST_KEYS })}
          value={keys}
          maxLength={2000}
          onChange={setKeys}
        />
        {categories.length > 0 && keysIn(keys).length === 0 && (
          <Choice
            label={t('portfolio.category')}
            value={categoryId}
            options={[
              { value: '', label: t('portfolio.anyCategory') },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setCategoryId}
          />
        )}
        <TextArea
          label={t('portfolio.jql')}
          help={t('portfolio.jqlHelp')}
          error={problem?.message}
          value={jql}
          maxLength={JQL_LIMIT}
          onChange={setJql}
        />
        <Inline space="space.100">
          <Button type="submit" appearance="primary">
            {t('portfolio.apply')}
          </Button>
          <Button appearance="subtle" onClick={() => onChange({})}>
            {t('portfolio.scopeReset')}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
