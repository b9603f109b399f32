import { HOLDFAST_ACTOR, type AccountId } from '../ids';
import type { Charter } from './charter';
import { definitionOf, eventDefinitionOf, type CharterCommand } from './commands';
import type { CharterEvent } from './events';
import { peopleAt, type PersonPath } from './person-paths';

/** Where a charter names people. One more field that does so does not compile until it is here. */
const CHARTER_PEOPLE: Readonly<Record<PersonPath<Charter>, true>> = {
  'dri.accountId': true,
  'dri.nominatedBy': true,
  'dri.handedOverBy': true,
  'declinedNomination.accountId': true,
  'declinedNomination.suggestedAccountId': true,
  'vacancy.sponsor': true,
  'vacancy.formerOwner': true,
  'authority.grantedBy': true,
  'authority.grantedTo': true,
  'brief.writtenBy': true,
  'noDependencies.declaredBy': true,
  'noFurtherDependencies.declaredBy': true,
  'agreements[].providerAccountId': true,
  'agreements[].requestedBy': true,
  'agreements[].alternativeAccountId': true,
  'agreements[].spokenYes.recordedBy': true,
  'agreements[].renegotiation.proposedBy': true,
  'agreements[].linkProposal.proposedBy': true,
  'agreements[].dateChanges[].by': true,
  'agreements[].debrief.by': true,
  'checkIns[].by': true,
  'checkIns[].needs[].accountId': true,
  'escalations[].toAccountId': true,
  'escalations[].raisedBy': true,
  'escalations[].answer.by': true,
  'escalations[].takenBack.by': true,
  'gaps[].raisedBy': true,
  'gaps[].answer.by': true,
  'review.by': true,
  'vital.markedBy': true,
  'waivers[].grantedBy': true,
  'waivers[].ended.by': true,
  'passages[].movedBy': true,
  'departed[].accountId': true,
  'slips[].by': true,
  'slips[].followed.by': true,
  'slips[].owner.dri.accountId': true,
  'slips[].owner.dri.nominatedBy': true,
  'slips[].owner.dri.handedOverBy': true,
  'slips[].owner.declinedNomination.accountId': true,
  'slips[].owner.declinedNomination.suggestedAccountId': true,
  'slips[].owner.vacancy.sponsor': true,
  'slips[].owner.vacancy.formerOwner': true,
  'slips[].agreement.providerAccountId': true,
  'slips[].agreement.requestedBy': true,
  'slips[].agreement.alternativeAccountId': true,
  'slips[].agreement.spokenYes.recordedBy': true,
  'slips[].agreement.renegotiation.proposedBy': true,
  'slips[].agreement.dateChanges[].by': true,
  'slips[].agreement.debrief.by': true,
  'slips[].agreement.linkProposal.proposedBy': true,
};

const each = (ids: readonly AccountId[]): readonly AccountId[] => [
  ...new Set(ids.filter((id) => id !== HOLDFAST_ACTOR)),
];

/** Everyone a charter speaks of. */
export const peopleOf = (charter: Charter): readonly AccountId[] =>
  each(Object.keys(CHARTER_PEOPLE).flatMap((path) => peopleAt(charter, path)));

/** Accounts a command names, to be looked up before it is decided. */
export const namedIn = (command: CharterCommand): readonly AccountId[] =>
  definitionOf(command).people.flatMap((path) => peopleAt(command, path));

/** Everyone its history speaks of as well: people who handed a promise on, or were named in a request since withdrawn. */
export const peopleInHistory = (history: readonly CharterEvent[]): readonly AccountId[] =>
  each(
    history.flatMap((event) => [
      event.by,
      ...(eventDefinitionOf(event)?.people ?? []).flatMap((path) => peopleAt(event, path)),
    ]),
  );
