import { ok, refuse } from '../../result';
import type { TimeZone } from '../../time/time';
import { defineCommand, type Happened } from '../define-command';
import { isDri, stamp } from '../refusals';
import { zoneFact } from './dri-zone';
import { filled } from './vacancy';
import { answer } from '../tells';
import { nominatorOf } from '../past';

interface AcceptDri {
  readonly type: 'accept-dri';
}

interface DriAccepted extends Happened {
  readonly type: 'dri-accepted';
  readonly zone?: TimeZone;
}

export const acceptDri = defineCommand<AcceptDri, DriAccepted>({
  type: 'accept-dri',
  event: 'dri-accepted',
  room: 'reserve',
  undoable: () => true,
  subject: 'owner',
  affects: ['owner', 'authority'],
  people: [],
  mayFollow: ({ dri }, { by }) => dri?.accountId === by && dri.status === 'nominated',
  // Whoever promised something hears once the new owner has taken it on, or let it go.
  tells: (event, moment) => answer(nominatorOf(moment, event.by)),
  owner: ({ by }) => by,
  decide(charter, _command, facts) {
    const { dri } = charter;
    if (!dri) return refuse({ code: 'no-nomination' });
    if (!isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'nominee' });
    if (dri.status === 'accepted') return refuse({ code: 'already-accepted', accountId: dri.accountId });
    return ok([{ type: 'dri-accepted', ...stamp(facts), ...zoneFact(facts, facts.actor.accountId) }]);
  },
  evolve(charter, { at, zone }) {
    if (!charter.dri) return charter;
    const { handedOverBy: _free, ...dri } = charter.dri;
    return {
      ...filled(charter, at),
      dri: { ...dri, status: 'accepted', acceptedAt: at, ...(zone !== undefined && { zone }) },
    };
  },
});
