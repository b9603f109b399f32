import { awaitsName, type Agreement } from '../../domain/charter/agreement/agreement';
import { wordCarried, wordUndone } from './ending-moves';
import { because, doer, quoted, say, yesOrNo, type MoveFacts, type Of } from './move-facts';
import { onDay } from './notices';

export function wordAsked(facts: MoveFacts, agreement: Agreement): readonly string[] {
  const { reader, seesItem, charter, name } = facts;
  const waits = (seesItem ? charter.dri?.accountId : undefined) ?? agreement.requestedBy;
  const { deliverable, neededBy, impact } = agreement;
  const asked = {
    who: doer(facts),
    what: quoted(deliverable),
    date: onDay(neededBy, facts),
    waits: waits === reader ? '' : say('asked.waits', { person: name(waits) }),
  };
  return [
    agreement.team && awaitsName(agreement)
      ? say('asked.ofTeam', { ...asked, team: agreement.team.name })
      : say('asked.for', asked),
    ...(agreement.status === 'requested' && agreement.answered
      ? [say('asked.back', agreement.answered)]
      : []),
    ...(impact === undefined ? [] : [say('asked.without', { impact })]),
  ];
}

function wordDeclined(facts: MoveFacts, what: string, event: Of<'agreement-declined'>): string {
  const { alternativeAccountId: other, availableFrom, reason } = event;
  return say('step.agreement-declined', {
    who: doer(facts),
    what,
    reason,
    instead: other === undefined ? '' : say('step.they-name', { person: facts.name(other) }),
    from:
      availableFrom === undefined ? '' : say('step.they-could-from', { date: onDay(availableFrom, facts) }),
  });
}

/** A step of an agreement that exists, in one sentence for whoever it concerns now. */
export function wordStep(facts: MoveFacts, { deliverable }: Agreement): string {
  const { event } = facts.prompt;
  const about = { who: doer(facts), what: quoted(deliverable) };
  switch (event.type) {
    case 'agreement-acknowledged':
    case 'yes-recorded':
      return say(`step.${event.type}`, { ...about, date: onDay(event.committedBy, facts) });
    case 'agreement-confirmed':
      return say('step.agreement-confirmed', {
        ...about,
        reason: event.reason ?? say('step.noReason'),
        theirs: yesOrNo(facts.prompt.kind !== 'news'),
      });
    case 'agreement-countered': {
      const { reason, committedBy, deliverable: other } = event;
      const scope = other === undefined ? '' : say('step.scope', { deliverable: other });
      return say('step.agreement-countered', { ...about, scope, date: onDay(committedBy, facts), reason });
    }
    case 'reply-announced': {
      const date = onDay(event.replyBy, facts);
      return say('step.reply-announced', { ...about, date, why: because(event.reason) });
    }
    case 'agreement-declined':
      return wordDeclined(facts, about.what, event);
    case 'agreement-delivered':
      return say('step.agreement-delivered', { ...about, evidence: event.evidence });
    case 'delivery-returned':
    case 'provider-replaced':
      return say(`step.${event.type}`, { ...about, reason: event.reason });
    case 'agreement-taken-back':
    case 'agreement-withdrawn':
      return say('step.agreement-withdrawn', { ...about, reason: event.reason });
    case 'renegotiation-proposed': {
      const { committedBy, reason } = event;
      return say('step.renegotiation-proposed', { ...about, date: onDay(committedBy, facts), reason });
    }
    case 'renegotiation-answered':
      return say('step.renegotiation-answered', { ...about, accepted: yesOrNo(event.accepted) });
    case 'agreement-linked':
      return say('step.agreement-linked', { ...about, how: event.answers ?? 'proposed' });
    case 'more-asked':
      return say('step.more-asked', { ...about, question: event.question });
    case 'agreement-settled':
      return say('step.agreement-settled', { ...about, as: event.as });
    case 'counter-accepted':
    case 'delivery-accepted':
    case 'agreement-reassigned':
    case 'agreement-taken-over':
    case 'agreement-taken-on':
      return say(`step.${event.type}`, about);
    case 'agreement-carried':
      return wordCarried(facts, event, about.what);
    case 'agreement-step-undone':
      return wordUndone(facts, event, about.what);
    default:
      return say('step.other', about);
  }
}
