import { sideName } from '../../../src/contract/wording/names';
import { noTeamNamed } from '../../../src/domain/team/side';
import { RULES } from '../../../src/domain/policy/rules';
import type { Light } from '../../../src/domain/report/accountability/accountability-test';
import type { PlainTextId, Translate } from '../../ui/text';
import { NOT_KNOWN, type Grouping } from '../rows/group';
import type { Column } from '../rows/order';
import type { ViewId } from '../view/views';

/** The three answers of the accountability test. */
export const lightText: Readonly<Record<Light, PlainTextId>> = {
  yes: 'report.yes',
  no: 'report.no',
  unknown: 'report.notKnown',
};

export const columnText: Readonly<Record<Column, PlainTextId>> = {
  key: 'report.columnKey',
  summary: 'report.columnSummary',
  status: 'report.columnStatus',
  dri: 'report.columnDri',
  owner: 'report.columnOwner',
  authority: 'report.columnAuthority',
  dependencies: 'report.columnDependencies',
  component: 'report.columnComponent',
  version: 'report.columnVersion',
  agreements: 'report.columnAgreements',
  needed: 'report.columnNeeded',
  review: 'report.columnReview',
  rung: 'report.columnStep',
  findings: 'report.columnFindings',
};

export const groupText: Readonly<Record<Grouping, PlainTextId>> = {
  none: 'report.groupNone',
  finding: 'report.groupFinding',
  handoff: 'report.groupHandoff',
  status: 'report.columnStatus',
  component: 'report.columnComponent',
  version: 'report.columnVersion',
};

/** What the group of those is called that have nothing of it. */
export const groupNone: Readonly<Record<Exclude<Grouping, 'none'>, PlainTextId>> = {
  finding: 'report.withoutFinding',
  handoff: 'report.withoutHandoff',
  status: 'report.withoutStatus',
  component: 'report.withoutComponent',
  version: 'report.withoutVersion',
};

/** A group's name in words: a rule says what it finds, the rest is called as Jira calls it. */
export function nameOfGroup(by: Grouping, name: string, t: Translate): string {
  if (by === 'finding' && name === NOT_KNOWN) return t('report.notKnown');
  const rule = by === 'finding' ? RULES.find((one) => one === name) : undefined;
  if (rule) return t(`report.rule.${rule}`);
  return by === 'handoff'
    ? t('report.groupOfHandoff', { name: name === '' ? sideName(noTeamNamed) : name })
    : name;
}

export const viewText: Readonly<Record<ViewId, PlainTextId>> = {
  all: 'report.viewAll',
  'no-owner': 'report.viewNoOwner',
  waiting: 'report.viewWaiting',
  around: 'report.viewAround',
  review: 'report.viewReview',
  handoff: 'report.viewHandoff',
  finding: 'report.viewFinding',
};
