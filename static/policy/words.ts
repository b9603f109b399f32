import { CHECKPOINTS, type Checkpoint, type Severity } from '../../src/domain/policy/rules';
import type { OwnerSource } from '../../src/domain/policy/policy';
import type { Tone } from '../ui/state-word';
import type { PlainTextId, Translate } from '../ui/text';
import type { UserField } from './model/jira-shapes';

export const severityText = {
  off: 'policy.off',
  warn: 'policy.warn',
  block: 'policy.block',
} as const satisfies Record<Severity, PlainTextId>;

export const severityTone = {
  off: 'quiet',
  warn: 'attention',
  block: 'problem',
} as const satisfies Record<Severity, Tone>;

export const checkpointText = {
  start: 'policy.start',
  finish: 'policy.finish',
} as const satisfies Record<Checkpoint, PlainTextId>;

export { CHECKPOINTS };

/** Where the owner is read from, by the name a reader knows. */
export function sourceWords(source: OwnerSource, fields: readonly UserField[], t: Translate): string {
  if (source.kind === 'charter') return t('policy.ownerCharter');
  if (source.kind === 'assignee') return t('policy.ownerAssignee');
  if (source.fieldId === '') return t('policy.ownerNoField');
  return fields.find(({ id }) => id === source.fieldId)?.name ?? source.fieldId;
}
