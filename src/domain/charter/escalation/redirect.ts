import type { AccountId, EscalationId } from '../../ids';
import { refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import type { TimeZone } from '../../time/time';
import { zoneFact } from '../ownership/dri-zone';
import { standsBehind } from '../ownership/stands-behind';
import { isDri, refusePerson, stamp, unless } from '../refusals';
import { answer, move, putLast, wasUntold } from '../tells';
import { refuseDecided } from './answer';
import { isUndecided, putTo } from './escalation';
import { always } from '../may-follow';

interface RedirectEscalation {
  readonly type: 'redirect-escalation';
  readonly escalationId: EscalationId;
  readonly toAccountId: AccountId;
}

/** The command, for who gives it in the name of another. */
export const redirecting = (escalationId: EscalationId, toAccountId: AccountId): RedirectEscalation => ({
  type: 'redirect-escalation',
  escalationId,
  toAccountId,
});

interface EscalationRedirected extends Happened {
  readonly type: 'escalation-redirected';
  readonly escalationId: EscalationId;
  readonly toAccountId: AccountId;
  /** The person's own, where Jira tells it. */
  readonly zone?: TimeZone;
  readonly fromAccountId: AccountId;
}

/** Puts a question to somebody else: by whoever asked or owns the item, its sponsor or its lead. */
export const redirectEscalation = defineCommand<RedirectEscalation, EscalationRedirected>({
  type: 'redirect-escalation',
  event: 'escalation-redirected',
  room: 'reserve',
  subject: 'questions',
  affects: ['questions'],
  people: ['toAccountId', 'fromAccountId'],
  mayFollow: always,
  tells({ at, by, escalationId, toAccountId, fromAccountId }, moment) {
    const question = moment.charter.escalations.find(({ id }) => id === escalationId);
    const stands = question && isUndecided(question) && putLast(moment, { escalationId });
    // Whoever takes a question upon themselves has the whole of it before them.
    const next = stands && toAccountId !== by ? move(toAccountId) : [];
    return wasUntold(moment, { escalationId }, at) ? next : [...next, ...answer(fromAccountId)];
  },
  puts: 'question',
  decide(charter, { escalationId, toAccountId }, facts) {
    const question = charter.escalations.find(({ id }) => id === escalationId);
    if (!question) return refuse({ code: 'escalation-not-found', escalationId });
    const { actor } = facts;
    const isTheirs =
      question.raisedBy === actor.accountId ||
      actor.handsOnFrom === question.toAccountId ||
      isDri(charter, facts) ||
      standsBehind(charter, facts);
    return unless(
      [
        isTheirs ? null : { code: 'forbidden', needs: 'asker' },
        refuseDecided(question),
        toAccountId === question.toAccountId ? { code: 'same-addressee', field: 'toAccountId' } : null,
        toAccountId === question.raisedBy
          ? { code: 'escalation-to-oneself', field: 'toAccountId' }
          : refusePerson(facts, toAccountId, 'toAccountId'),
      ],
      {
        type: 'escalation-redirected',
        ...stamp(facts),
        escalationId,
        toAccountId,
        ...zoneFact(facts, toAccountId),
        fromAccountId: question.toAccountId,
      },
    );
  },
  evolve: (charter, { at, escalationId, toAccountId, zone }) => ({
    ...charter,
    escalations: charter.escalations.map((one) =>
      one.id === escalationId ? putTo(one, toAccountId, zone, at) : one,
    ),
  }),
});
