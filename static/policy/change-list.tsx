import type { ReactNode } from 'react';
import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { Severity } from '../../src/domain/policy/rules';
import type { Policy } from '../../src/domain/policy/policy';
import type { People } from '../ui/person';
import { StateWord } from '../ui/state-word';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import type { Change } from '../../src/domain/policy/changes';
import { isClockChange } from '../../src/domain/policy/clock-changes';
import { isRightChange } from '../../src/domain/access/rights';
import { RightChangeLine } from './right-change-line';
import { ClockChangeLine } from './clocks/change-line';
import { sameSubject } from './model/changes';
import { linksChange } from './model/links';
import type { UserField } from './model/jira-shapes';
import { useJiraNames, useTypeName } from './names';
import { checkpointText, severityText, severityTone, sourceWords } from './words';

/** Differences between two policies, one line each: what, from, to. */
export function ChangeList({
  changes,
  to,
  against = [],
  fields,
  people = {},
}: {
  changes: readonly Change[];
  /** The policy they lead to. */
  to: Policy;
  /** Changes somebody else made: lines that decide the same thing say so. */
  against?: readonly Change[];
  fields: readonly UserField[];
  people?: People;
}) {
  return (
    <Stack as="ul" role="list" space="space.100">
      {changes.map((change, index) => (
        <li key={index}>
          <ChangeLine change={change} to={to} fields={fields} people={people} />
          {against.some((other) => sameSubject(change, other)) && (
            <span className="hf-subtle">
              {' '}
              <Text id="policy.bothChanged" />
            </span>
          )}
        </li>
      ))}
    </Stack>
  );
}

function ChangeLine({
  change,
  to,
  fields,
  people,
}: {
  change: Change;
  to: Policy;
  fields: readonly UserField[];
  people: People;
}) {
  const t = useText();
  const nameOf = useTypeName();
  if (isClockChange(change)) {
    const { measure, programmeLead } = to.clocks;
    return (
      <ClockChangeLine
        change={change}
        people={people}
        measure={measure}
        programmeLead={programmeLead}
        pair={(pair) => <FromTo {...pair} />}
      />
    );
  }
  if (isRightChange(change)) return <RightChangeLine change={change} people={people} />;
  switch (change.kind) {
    case 'mode':
      return (
        <FromTo
          what={t('policy.mode')}
          from={t(`policy.mode.${change.from}`)}
          to={t(`policy.mode.${change.to}`)}
        />
      );
    case 'type-added':
      return <Text id="policy.typeAdded" values={{ name: nameOf(change.type) }} />;
    case 'type-removed':
      return <Text id="policy.typeRemoved" values={{ name: nameOf(change.type) }} />;
    case 'waits-for':
      return <LinksChanged change={change} />;
    case 'owner-source':
      return (
        <FromTo
          what={t('policy.owner')}
          from={sourceWords(change.from, fields, t)}
          to={sourceWords(change.to, fields, t)}
        />
      );
    case 'rule':
      return (
        <FromTo
          what={t('policy.ruleAt', {
            rule: t(`report.rule.${change.rule}`),
            checkpoint: t(checkpointText[change.checkpoint]),
          })}
          from={<SeverityWord severity={change.from} />}
          to={<SeverityWord severity={change.to} />}
        />
      );
    case 'minimum-dependencies':
      return <FromTo what={t('policy.minimum')} from={change.from} to={change.to} />;
    case 'acknowledgement-hours':
      return (
        <FromTo
          what={t('policy.hours')}
          from={t('policy.hoursValue', { hours: change.from })}
          to={t('policy.hoursValue', { hours: change.to })}
        />
      );
    case 'waiver-days':
      return (
        <FromTo
          what={t('policy.waiverDays')}
          from={t('policy.waiverDaysValue', { days: change.from })}
          to={t('policy.waiverDaysValue', { days: change.to })}
        />
      );
    case 'intake-added':
    case 'intake-removed':
      return (
        <Text
          id={change.kind === 'intake-added' ? 'policy.intakeAdded' : 'policy.intakeRemoved'}
          values={{ field: t(`policy.intake.${change.field}`) }}
        />
      );
    case 'children-follow':
      return <Text id={change.to ? 'policy.childrenFollowOn' : 'policy.childrenFollowOff'} />;
    case 'nominate-assignee':
      return <Text id={change.to ? 'policy.nominateAssigneeOn' : 'policy.nominateAssigneeOff'} />;
    case 'shares-numbers':
      return <Text id={change.to ? 'policy.sharesNumbersOn' : 'policy.sharesNumbersOff'} />;
  }
}

/** Which links come to count as waiting and which no longer do, by their words. */
function LinksChanged({ change: { from, to } }: { change: Extract<Change, { kind: 'waits-for' }> }) {
  const t = useText();
  const { locale } = useSurroundings();
  const { how, added, removed } = linksChange(from, to, useJiraNames());
  const listed = (words: readonly string[]) =>
    new Intl.ListFormat(locale).format(words.map((one) => `“${one}”`));
  const sentences = [
    ...(how === 'as-before' ? [] : [t(how === 'chosen' ? 'policy.linksChosen' : 'policy.linksByWords')]),
    ...(added.length > 0 ? [t('policy.linksAdded', { words: listed(added), count: added.length })] : []),
    ...(removed.length > 0
      ? [t('policy.linksRemoved', { words: listed(removed), count: removed.length })]
      : []),
  ];
  return <>{sentences.join(' ')}</>;
}

function SeverityWord({ severity }: { severity: Severity }) {
  const t = useText();
  return <StateWord tone={severityTone[severity]}>{t(severityText[severity])}</StateWord>;
}

function FromTo({ what, from, to }: { what: string; from: ReactNode; to: ReactNode }) {
  const t = useText();
  return (
    <Inline as="span" space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
      <b className="hf-medium">{what}</b>
      <Inline as="span" space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <span>{from}</span>
        <ArrowIcon label={t('policy.becomes')} size="small" color="currentColor" />
        <span>{to}</span>
      </Inline>
    </Inline>
  );
}
