import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { momentText } from '../../src/contract/texts/dates';
import { AUDIT_KINDS, type AuditEntry, type AuditKind } from '../../src/domain/audit/entry';
import type { IsoDate } from '../../src/domain/time/time';
import { LoadProblem } from '../ui/call-problem';
import { Choice } from '../ui/choice';
import { Section } from '../ui/choices';
import { DatePicker } from '../ui/date-picker';
import { Disclosure } from '../ui/disclosure';
import { TextField } from '../ui/fields';
import type { People } from '../ui/person';
import { SkeletonLines } from '../ui/skeleton';
import { useNow, useSurroundings, useToday } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import '../ui/table.css';
import { useAuditLog, type AuditFilter } from './use-audit-log';

const EVERYTHING: AuditFilter = { kind: 'all', projectKey: '', from: '', to: '' };

/** Who changed what on this site that others rely on; for Jira's administrators. */
export function AuditPart() {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Section id="hf-audit" title={<Text id="policy.audit" />}>
      <Disclosure label={t('policy.auditHelp')} isOpen={open} onToggle={() => setOpen(!open)}>
        {open && <Log />}
      </Disclosure>
    </Section>
  );
}

function Log() {
  const t = useText();
  const [filter, setFilter] = useState(EVERYTHING);
  const { entries, people, state, more, again, exportAll, isExporting } = useAuditLog(filter);
  return (
    <Stack space="space.200">
      <Filters filter={filter} onChange={setFilter} />
      {typeof state === 'object' && <LoadProblem problem={state} onRetry={again} />}
      {entries.length > 0 && <Lines entries={entries} people={people} />}
      {state === 'loading' && <SkeletonLines lines={4} />}
      {state === 'ready' && entries.length === 0 && (
        <p className="hf-subtle">
          <Text id="policy.auditNone" />
        </p>
      )}
      <div className="hf-actions">
        {more && state === 'ready' && <Button onClick={more}>{t('policy.auditMore')}</Button>}
        <Button appearance="subtle" isLoading={isExporting} onClick={() => void exportAll()}>
          {t('policy.auditExport')}
        </Button>
      </div>
    </Stack>
  );
}

function Filters({ filter, onChange }: { filter: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  const t = useText();
  const today = useToday();
  const change = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part });
  const day = (from: IsoDate | ''): { min?: IsoDate } => (from === '' ? {} : { min: from });
  return (
    <Inline space="space.150" alignBlock="start" shouldWrap>
      <Choice<AuditKind | 'all'>
        label={t('policy.auditKind')}
        value={filter.kind}
        options={(['all', ...AUDIT_KINDS] as const).map((value) => ({
          value,
          label: t(`policy.auditKindOf.${value}`),
        }))}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('policy.auditProject')}
        value={filter.projectKey}
        placeholder="EXP"
        maxLength={100}
        onChange={(projectKey) => change({ projectKey: projectKey.toUpperCase() })}
      />
      <DatePicker
        label={t('policy.auditFrom')}
        value={filter.from}
        max={today}
        onChange={(from) => change({ from })}
      />
      <DatePicker
        label={t('policy.auditTo')}
        value={filter.to}
        {...day(filter.from)}
        max={today}
        onChange={(to) => change({ to })}
      />
    </Inline>
  );
}

function Lines({ entries, people }: { entries: readonly AuditEntry[]; people: People }) {
  const t = useText();
  const now = useNow();
  const { locale, timeZone } = useSurroundings();
  return (
    <table className="hf-data hf-data-blocks">
      <thead>
        <tr>
          <th scope="col">{t('policy.auditWhen')}</th>
          <th scope="col">{t('policy.auditWho')}</th>
          <th scope="col">{t('policy.auditWhat')}</th>
          <th scope="col">{t('policy.auditWhere')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td data-label={t('policy.auditWhen')}>{momentText(entry.at, now, locale, timeZone)}</td>
            <td data-label={t('policy.auditWho')}>
              {entry.by === null
                ? t('policy.auditNobody')
                : (people[entry.by]?.displayName ?? t('ui.unknownPerson'))}
            </td>
            <td data-label={t('policy.auditWhat')}>
              {t(`policy.auditAct.${entry.act}`)}
              {entry.until !== undefined && (
                <> {t('policy.auditUntil', { until: momentText(entry.until, now, locale, timeZone) })}</>
              )}
              {entry.rules && entry.rules.length > 0 && (
                <div className="hf-small">
                  {entry.rules.map((rule) => t(`report.rule.${rule}`)).join(' · ')}
                </div>
              )}
              {entry.reason !== undefined && (
                <div className="hf-subtle hf-small">
                  <bdi>{entry.reason}</bdi>
                </div>
              )}
            </td>
            <td data-label={t('policy.auditWhere')}>
              {entry.issueKey ?? entry.projectKey ?? t('policy.auditSite')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
