import type { TextId } from '../ui/text';
import type { Column } from './model/order';

export const columnText: Readonly<Record<Column, TextId>> = {
  key: 'report.columnKey',
  summary: 'report.columnSummary',
  status: 'report.columnStatus',
  dri: 'report.columnDri',
  owner: 'report.columnOwner',
  authority: 'report.columnAuthority',
  dependencies: 'report.columnDependencies',
  needed: 'report.columnNeeded',
  findings: 'report.columnFindings',
};
