import type { GateView, ReportItem } from '../../../../../src/contract/answers';
import type { RuleId } from '../../../../../src/domain/policy/rules';
import { NOT_KNOWN } from '../../../../../src/domain/report/accountability/accountability-test';
import type { PersonFact } from '../../../../../src/domain/values';
import { toRow, type Row } from '../../../../../static/report/rows/row';

export const coo: PersonFact = {
  accountId: 'u-coo',
  kind: 'human',
  active: true,
  displayName: 'Zoë Okonkwo',
};

interface Given {
  readonly key?: string;
  readonly summary?: string;
  readonly type?: string;
  readonly status?: ReportItem['status'];
  readonly dri?: ReportItem['dri'];
  readonly noes?: readonly ('owner' | 'authority' | 'dependencies')[];
  readonly blocks?: readonly RuleId[];
  readonly warns?: readonly RuleId[];
  readonly agreements?: ReportItem['agreements'];
  readonly waives?: readonly RuleId[];
  /** Who can act on every finding. */
  readonly who?: readonly string[];
  readonly bypasses?: number;
  readonly unanswered?: number;
  readonly lastWeek?: ReportItem['lastWeek'];
  readonly components?: readonly string[];
  readonly fixVersions?: readonly string[];
  readonly handoffs?: ReportItem['handoffs'];
  readonly reviewOn?: string;
  readonly rung?: ReportItem['rung'];
  readonly seen?: number;
  readonly vital?: boolean;
  readonly mode?: GateView['mode'];
  readonly level?: number;
  /** Holdfast may not see the item. */
  readonly hidden?: boolean;
}

const toDo: ReportItem['status'] = { id: '1', name: 'To Do', category: 'new' };

/** A report item with only what a test is about; everything else is in order. */
export function item(given: Given = {}): ReportItem {
  const {
    key = 'EXP-1',
    noes = [],
    blocks = [],
    warns = [],
    agreements = { open: 0, acknowledged: 0 },
  } = given;
  const finding = (rule: RuleId, severity: 'block' | 'warn') => ({
    rule,
    severity,
    who: given.who ?? [],
    what: `What of ${rule}.`,
    next: `Next of ${rule}.`,
    finding: { rule: 'owner.missing', severity, who: [] } as const,
  });
  const light = (name: 'owner' | 'authority' | 'dependencies') => (noes.includes(name) ? 'no' : 'yes');
  const verdict = blocks.length > 0 ? 'block' : warns.length > 0 ? 'warn' : 'pass';
  return {
    issueKey: key,
    summary: given.summary ?? `Summary of ${key}`,
    issueType: given.type ?? 'Epic',
    issueTypeLevel: given.level ?? 1,
    status: given.status ?? toDo,
    components: given.components ?? [],
    fixVersions: given.fixVersions ?? [],
    dri: given.dri ?? null,
    ...(given.hidden && { gateUnknown: 'app-may-not-see' }),
    gate: given.hidden
      ? null
      : {
          checkpoint: 'start',
          mode: given.mode ?? 'enforce',
          verdict,
          strictVerdict: verdict,
          policyVersion: 0,
          waived: (given.waives ?? []).map((rule) => ({
            ...finding(rule, 'block'),
            waiverId: 'W1',
            waivedBy: 'u-lead',
            until: '2026-12-04T22:59:59.999Z',
          })),
          findings: [
            ...blocks.map((rule) => finding(rule, 'block')),
            ...warns.map((rule) => finding(rule, 'warn')),
          ],
        },
    test: given.hidden
      ? NOT_KNOWN
      : { owner: light('owner'), authority: light('authority'), dependencies: light('dependencies') },
    bypasses: given.bypasses ?? 0,
    atRisk: noes.length > 0,
    agreements,
    unanswered: given.unanswered ?? 0,
    lastWeek: given.lastWeek ?? null,
    handoffs: given.handoffs ?? [],
    ...(given.reviewOn !== undefined && { reviewOn: given.reviewOn }),
    rung: given.rung ?? null,
    onTrack: null,
    vital: given.vital ?? false,
    review: null,
    lookBacks: [],
    checkIn: null,
    seen: given.seen ?? 0,
  };
}

export const row = (given: Given = {}): Row => toRow(item(given), { 'u-coo': coo });
export const keys = (rows: readonly Row[]): readonly string[] => rows.map((one) => one.item.issueKey);
