import type { AccountId } from '../values';
import type { CharterCommand } from './commands';
import type { CharterEvent } from './events';

/** The part of a charter that a command is about: what its giver looked at before deciding. */
export type Subject =
  | { readonly kind: 'owner' }
  | { readonly kind: 'authority' }
  | { readonly kind: 'brief' }
  /** Whether anything is needed from others at all. */
  | { readonly kind: 'dependencies' }
  /** One more request stands beside the others; only a statement that there are none speaks against it. */
  | { readonly kind: 'request' }
  | { readonly kind: 'waivers' | 'check-ins' | 'questions' | 'gaps' | 'review' }
  | { readonly kind: 'agreement'; readonly agreementId: string };

/** How a command stands to what was written since its giver looked. */
export type Meanwhile =
  | { readonly kind: 'fresh' }
  /** The same person's same command is already written: the answer to it was lost on the way. */
  | { readonly kind: 'repeated' }
  /** Somebody else changed what it is about; the latest such entry. */
  | { readonly kind: 'changed'; readonly entry: CharterEvent };

/** Null for commands that nobody decides on what they saw. */
export function subjectOf(command: CharterCommand): Subject | null {
  switch (command.type) {
    case 'nominate-dri':
    case 'accept-dri':
    case 'decline-dri':
      return { kind: 'owner' };
    case 'grant-authority':
      return { kind: 'authority' };
    case 'write-brief':
      return { kind: 'brief' };
    case 'declare-no-dependencies':
    case 'declare-no-further-dependencies':
      return { kind: 'dependencies' };
    case 'request-agreement':
      return { kind: 'request' };
    case 'grant-waiver':
    case 'end-waiver':
      return { kind: 'waivers' };
    case 'submit-check-in':
      return { kind: 'check-ins' };
    case 'raise-escalation':
    case 'answer-escalation':
      return { kind: 'questions' };
    case 'raise-gap':
    case 'answer-gap':
      return { kind: 'gaps' };
    case 'decide-review':
    case 'set-review-date':
      return { kind: 'review' };
    case 'record-passage':
    case 'record-deletion':
    case 'record-restoration':
    case 'record-access':
      return null;
    default:
      return 'agreementId' in command ? { kind: 'agreement', agreementId: command.agreementId } : null;
  }
}

const OWNERSHIP: readonly CharterEvent['type'][] = ['dri-nominated', 'dri-accepted', 'dri-declined'];

const touchedBy: Readonly<Record<Exclude<Subject['kind'], 'agreement'>, readonly CharterEvent['type'][]>> = {
  owner: OWNERSHIP,
  // Authority is given to a person: a grant meant for one must not reach another.
  authority: [...OWNERSHIP, 'authority-granted'],
  brief: ['brief-written', 'review-date-set', 'review-decided'],
  dependencies: ['no-dependencies-declared', 'no-further-dependencies-declared', 'agreement-requested'],
  request: ['no-dependencies-declared', 'no-further-dependencies-declared'],
  waivers: ['waiver-granted', 'waiver-ended'],
  // These are one person's to write; they stand here so that a lost answer does not write them twice.
  'check-ins': [],
  questions: ['escalation-answered'],
  gaps: ['gap-answered'],
  review: ['brief-written', 'review-date-set', 'review-decided'],
};

export function touches(event: CharterEvent, subject: Subject): boolean {
  return subject.kind === 'agreement'
    ? 'agreementId' in event && event.agreementId === subject.agreementId
    : touchedBy[subject.kind].includes(event.type);
}

/** The event each command leads to. */
const outcome: Readonly<Partial<Record<CharterCommand['type'], CharterEvent['type']>>> = {
  'nominate-dri': 'dri-nominated',
  'accept-dri': 'dri-accepted',
  'decline-dri': 'dri-declined',
  'grant-authority': 'authority-granted',
  'write-brief': 'brief-written',
  'declare-no-dependencies': 'no-dependencies-declared',
  'declare-no-further-dependencies': 'no-further-dependencies-declared',
  'request-agreement': 'agreement-requested',
  'acknowledge-agreement': 'agreement-acknowledged',
  'counter-agreement': 'agreement-countered',
  'accept-counter': 'counter-accepted',
  'restate-agreement': 'agreement-restated',
  'decline-agreement': 'agreement-declined',
  'reassign-agreement': 'agreement-reassigned',
  'deliver-agreement': 'agreement-delivered',
  'confirm-agreement': 'agreement-confirmed',
  'accept-delivery': 'delivery-accepted',
  'return-delivery': 'delivery-returned',
  'renegotiate-agreement': 'renegotiation-proposed',
  'answer-renegotiation': 'renegotiation-answered',
  'withdraw-agreement': 'agreement-withdrawn',
  'link-agreement': 'agreement-linked',
  'grant-waiver': 'waiver-granted',
  'end-waiver': 'waiver-ended',
  'submit-check-in': 'check-in-submitted',
  'raise-escalation': 'escalation-raised',
  'answer-escalation': 'escalation-answered',
  'raise-gap': 'gap-raised',
  'answer-gap': 'gap-answered',
  'decide-review': 'review-decided',
  'set-review-date': 'review-date-set',
  'write-debrief': 'debrief-written',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether what was said holds what was asked, and where it says more, only beside it. */
function isSame(said: unknown, asked: unknown): boolean {
  if (Array.isArray(asked)) {
    return (
      Array.isArray(said) &&
      said.length === asked.length &&
      asked.every((one, place) => isSame(said[place], one))
    );
  }
  if (isObject(asked)) {
    return isObject(said) && Object.entries(asked).every(([name, value]) => isSame(said[name], value));
  }
  return said === asked;
}

/** Whether an event says what a command asked for. Events may say more than was asked, never something else. */
function isOutcomeOf(event: CharterEvent, command: CharterCommand): boolean {
  if (outcome[command.type] !== event.type) return false;
  const said: Readonly<Record<string, unknown>> = { ...event };
  return Object.entries(command).every(
    ([name, value]) =>
      name === 'type' || value === undefined || isSame(said[name === 'accept' ? 'accepted' : name], value),
  );
}

/**
 * Holds a command against what was written after its giver last looked, oldest first. What the giver wrote themselves
 * is no surprise to them; what others wrote about the same thing is.
 */
export function meanwhile(
  since: readonly CharterEvent[],
  command: CharterCommand,
  actor: AccountId,
): Meanwhile {
  const subject = subjectOf(command);
  if (!subject) return { kind: 'fresh' };
  const about = since.filter(
    (event) => touches(event, subject) || (event.by === actor && isOutcomeOf(event, command)),
  );
  const mine = about.findIndex((event) => event.by === actor && isOutcomeOf(event, command));
  const theirs = about.findIndex(({ by }) => by !== actor);
  if (mine >= 0 && (theirs < 0 || mine < theirs)) return { kind: 'repeated' };
  const entry = about.findLast(({ by }) => by !== actor);
  return entry ? { kind: 'changed', entry } : { kind: 'fresh' };
}
