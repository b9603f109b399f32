import type { Light } from '../../../src/domain/report/accountability/accountability-test';
import { toCsv } from '../../ui/csv';
import type { Translate } from '../../ui/text';
import type { Row } from '../rows/row';
import { firstEnd } from '../rows/exceptions';
import { columnText, lightText } from './words';

/** The rows as they are shown, one line each. */
export function csvOf(rows: readonly Row[], t: Translate): string {
  const light = (answer: Light) => t(lightText[answer]);
  const head = [
    t(columnText.key),
    t(columnText.summary),
    t('report.columnType'),
    t(columnText.status),
    t(columnText.dri),
    t('report.columnAccepted'),
    t(columnText.owner),
    t(columnText.authority),
    t(columnText.dependencies),
    t(columnText.needed),
    t(columnText.findings),
    t('report.columnWaived'),
    t('report.columnWaivedUntil'),
    t('report.columnBypasses'),
    t(columnText.component),
    t(columnText.version),
    t(columnText.agreements),
    t(columnText.review),
    t(columnText.rung),
  ];
  const lines = rows.map(({ item, driName }) => [
    item.issueKey,
    item.summary,
    item.issueType,
    item.status.name,
    driName ?? '',
    item.dri ? light(item.dri.status === 'accepted' ? 'yes' : 'no') : '',
    light(item.test.owner),
    light(item.test.authority),
    light(item.test.dependencies),
    item.agreements.nextNeededBy ?? '',
    item.gate
      ? item.gate.findings.map(({ what, next }) => `${what} ${next}`).join('\n')
      : t('report.notKnown'),
    (item.gate?.waived ?? []).map(({ what }) => what).join('\n'),
    (item.gate && firstEnd(item.gate)) ?? '',
    String(item.bypasses),
    item.components.join(', '),
    item.fixVersions.join(', '),
    item.agreements.open === 0 ? '' : t('report.agreementsOf', item.agreements),
    item.reviewOn ?? '',
    item.rung === null ? '' : t(`ui.cause.${item.rung.cause}`),
  ]);
  return toCsv([head, ...lines]);
}
