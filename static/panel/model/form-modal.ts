import type { Success } from '../../../src/contract/answers';
import { CHECKPOINTS, type Checkpoint } from '../../../src/domain/policy/rules';
import type { ChangeKey } from '../../charter-form/form-context';
import { isAnswer } from '../../ui/is-answer';
import type { OpenForm } from '../panel-context';

/** What the panel gives a form in a modal. The work item is not among it: Jira's own context names it. */
export interface FormRequest {
  readonly form: OpenForm;
  /** The one whose consequences are told. */
  readonly checkpoint: Checkpoint;
  /** What was typed before and not sent, where the page in the modal would not find it: draft's name → text. */
  readonly drafts: Readonly<Record<string, string>>;
}

/** What a form that was sent gives back: the answer to its call, and what is to be announced. */
export interface FormOutcome {
  readonly answer: Success<ChangeKey>;
  readonly said: string;
}

/** How large a modal its form needs: one of Forge's sizes. */
export const sizeFor = ({ kind }: OpenForm): 'medium' | 'large' => (LONG.has(kind) ? 'large' : 'medium');

const LONG: ReadonlySet<OpenForm['kind']> = new Set<OpenForm['kind']>([
  'request',
  'write-brief',
  'grant-authority',
  'check-in',
  'debrief',
]);

/** What names a form's subject, where it has one. */
const IDS = ['agreementId', 'escalationId', 'gapId', 'waiverId'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Written by the panel a moment ago: the shape is looked at, so that a defect shows here and not within a form. */
const isForm = (value: unknown): value is OpenForm =>
  isRecord(value) &&
  typeof value['kind'] === 'string' &&
  IDS.every((name) => !(name in value) || typeof value[name] === 'string') &&
  (value['kind'] !== 'waive' || Array.isArray(value['rules'])) &&
  (!['request', 'ask-decision'].includes(value['kind']) || isRecord(value['prefill']));

/** What the modal was opened with, as the module's context carries it; null on a page that is no modal of the panel's. */
export function requestIn({ modal }: Readonly<Record<string, unknown>>): FormRequest | null {
  if (!isRecord(modal)) return null;
  const checkpoint = CHECKPOINTS.find((known) => known === modal['checkpoint']);
  const form = modal['form'];
  const drafts = isRecord(modal['drafts']) ? Object.entries(modal['drafts']) : [];
  const texts = drafts.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : []));
  return checkpoint && isForm(form) ? { form, checkpoint, drafts: Object.fromEntries(texts) } : null;
}

/** What the modal was closed with; null when nothing was sent. */
export function outcomeIn(payload: unknown): FormOutcome | null {
  if (!isRecord(payload)) return null;
  const { answer, said } = payload;
  return isAnswer<ChangeKey>(answer) && answer.ok && typeof said === 'string' ? { answer, said } : null;
}
