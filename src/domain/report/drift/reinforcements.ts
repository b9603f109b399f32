import type { Checkpoint, Mode, RuleId, Severity } from '../../policy/rules';
import { INTAKE_FIELDS, type IntakeField, type Policy } from '../../policy/policy';
import type { DriftSignal } from './drift';

/** A change of a policy, in the terms in which the policy page shows one. */
export type Reinforcement =
  | { readonly kind: 'intake-added'; readonly field: IntakeField }
  | { readonly kind: 'acknowledgement-hours'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'rule';
      readonly rule: RuleId;
      readonly checkpoint: Checkpoint;
      readonly from: Severity;
      readonly to: Severity;
    }
  | { readonly kind: 'mode'; readonly from: Mode; readonly to: Mode };

/** One condition is changed at a time; two are offered at most. */
const OFFERED = 2;
const LONGEST_ACKNOWLEDGEMENT = 720;
const DAY = 24;

type Offer = (policy: Policy, signal: DriftSignal) => Reinforcement | null;

const demand =
  (field: IntakeField): Offer =>
  ({ intake }) =>
    intake.includes(field) ? null : { kind: 'intake-added', field };

const ask =
  (rule: RuleId, checkpoint: Checkpoint, to: 'warn' | 'block'): Offer =>
  ({ rules }) => {
    const from = rules[rule][checkpoint];
    return from === to || from === 'block' ? null : { kind: 'rule', rule, checkpoint, from, to };
  };

/** An answering time that half of the answers miss is no promise: the next whole day that they keep. */
const allowLonger: Offer = ({ acknowledgementHours: from }, { now }) => {
  const to = Math.min(LONGEST_ACKNOWLEDGEMENT, Math.ceil(now / DAY) * DAY);
  return now > from && to > from ? { kind: 'acknowledgement-hours', from, to } : null;
};

/** A time far above what answers used to take lets them drift unnoticed: the whole day that they used to keep. */
const allowLess: Offer = ({ acknowledgementHours: from }, { before, now }) => {
  const to = Math.max(DAY, Math.ceil(before / DAY) * DAY);
  return now <= from && to < from ? { kind: 'acknowledgement-hours', from, to } : null;
};

const firmer: Offer = ({ mode: from }) =>
  from === 'observe'
    ? { kind: 'mode', from, to: 'coach' }
    : from === 'coach'
      ? { kind: 'mode', from, to: 'enforce' }
      : null;

const offers: Readonly<Partial<Record<DriftSignal['indicator'], readonly Offer[]>>> = {
  'acknowledgement-latency': [
    ask('agreement.unacknowledged', 'start', 'block'),
    demand('inputs'),
    allowLess,
    allowLonger,
    demand('impact'),
  ],
  'intake-completeness': INTAKE_FIELDS.map(demand),
  'rework-rate': [demand('inputs'), ask('brief.incomplete', 'start', 'warn'), demand('impact')],
  'rework-spec': [demand('inputs'), ask('brief.incomplete', 'start', 'warn'), demand('impact')],
  'rework-quality': [ask('brief.incomplete', 'start', 'warn'), demand('inputs')],
  'decision-cycle-time': [
    ask('escalation.unanswered', 'finish', 'block'),
    ask('authority.missing', 'start', 'warn'),
    ask('authority.missing', 'start', 'block'),
  ],
  'delegation-durability': [
    ask('authority.missing', 'start', 'block'),
    ask('brief.incomplete', 'start', 'block'),
  ],
  'ownership-returns': [
    ask('authority.missing', 'start', 'block'),
    ask('brief.incomplete', 'start', 'block'),
  ],
  // Where the rule is as firm as it can be, what is left is the mode it is held in.
  'check-in-freshness': [
    ask('checkin.stale', 'finish', 'warn'),
    ask('checkin.stale', 'finish', 'block'),
    firmer,
  ],
  'decisions-per-check-in': [
    ask('authority.missing', 'start', 'warn'),
    ask('authority.missing', 'start', 'block'),
  ],
  'gate-unmet': [firmer],
};

/** What answers a cause comes before what else could be tried. */
const offersBecauseOf = ({ explanation }: DriftSignal): readonly Offer[] =>
  explanation?.kind === 'explained' && explanation.split.cause === 'inputs' ? [demand('inputs')] : [];

/** Conditions that could be changed because of a signal, and are not so already: none, one or two. */
export function reinforcementsFor(signal: DriftSignal, policy: Policy): readonly Reinforcement[] {
  if (signal.change !== 'loosening') return [];
  const found: Reinforcement[] = [];
  for (const offer of [...offersBecauseOf(signal), ...(offers[signal.indicator] ?? [])]) {
    const one = offer(policy, signal);
    const repeats = found.some((other) => sameSubject(other, one));
    if (one && !repeats) found.push(one);
  }
  return found.slice(0, OFFERED);
}

const sameSubject = (a: Reinforcement, b: Reinforcement | null): boolean =>
  b !== null &&
  a.kind === b.kind &&
  (a.kind !== 'rule' || b.kind !== 'rule' || (a.rule === b.rule && a.checkpoint === b.checkpoint)) &&
  (a.kind !== 'intake-added' || b.kind !== 'intake-added' || a.field === b.field);
