import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import type { PreviewItem } from '../../src/contract/answers';
import type { RuleId } from '../../src/domain/policy/rules';
import { IssueLink } from '../ui/issue-link';
import { StateWord, type Tone } from '../ui/state-word';
import { Text, useText, type PlainTextId } from '../ui/text';
import { checkpointText } from './words';

type Fares = PreviewItem['after'];

const fareText = {
  pass: 'preview.pass',
  warn: 'preview.warn',
  block: 'preview.block',
  outside: 'preview.outside',
  'not-known': 'preview.notKnown',
} as const satisfies Record<Fares, PlainTextId>;

const fareTone = {
  pass: 'good',
  warn: 'attention',
  block: 'problem',
  outside: 'quiet',
  'not-known': 'quiet',
} as const satisfies Record<Fares, Tone>;

/** Items that would fare differently at their next step: how, and by which rules. */
export function PreviewList({ items }: { items: readonly PreviewItem[] }) {
  const t = useText();
  return (
    <ul className="hf-lines" aria-label={t('preview.title')}>
      {items.map((item) => (
        <li key={item.issueKey}>
          <Inline
            space="space.200"
            rowSpace="space.050"
            alignBlock="center"
            spread="space-between"
            shouldWrap
          >
            <span className="hf-wide">
              <IssueLink issueKey={item.issueKey} /> {item.summary}
            </span>
            <Inline as="span" space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
              <span className="hf-subtle">
                <Text id={checkpointText[item.checkpoint]} />
              </span>
              <Fare fares={item.before} />
              {item.before !== item.after && (
                <>
                  <ArrowIcon label={t('policy.becomes')} size="small" color="currentColor" />
                  <Fare fares={item.after} />
                </>
              )}
            </Inline>
          </Inline>
          <Rules id="preview.added" rules={item.added} />
          <Rules id="preview.removed" rules={item.removed} />
        </li>
      ))}
    </ul>
  );
}

function Fare({ fares }: { fares: Fares }) {
  const t = useText();
  return <StateWord tone={fareTone[fares]}>{t(fareText[fares])}</StateWord>;
}

function Rules({ id, rules }: { id: 'preview.added' | 'preview.removed'; rules: readonly RuleId[] }) {
  const t = useText();
  if (rules.length === 0) return null;
  return (
    <div className="hf-subtle hf-small">
      <Text id={id} values={{ rules: rules.map((rule) => t(`report.rule.${rule}`)).join(', ') }} />
    </div>
  );
}
