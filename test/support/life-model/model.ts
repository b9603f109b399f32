import { openTo, ARROWS, type Deal, type Side, type Step, type Verb, type Words } from './arrows';
import { roleOf, unfitness } from './cast';
import { dayAt, unfitDayAt } from './days';

const AGREED: Partial<Deal> = { offer: undefined, proposal: undefined };

/**
 * A work item's agreements as a few mutable fields and a table of arrows. Knows nothing of commands, events or
 * charters: it is what the app is compared with.
 */
export class Life {
  owner: { who: string; accepted: boolean } | null = null;
  /** Who nominated the owner, and who stood behind the last one; whether nobody owned it since. */
  private nominatedBy: string | null = null;
  private behind: { who: string | null; open: boolean } | null = null;
  /** Who said that nothing is needed; it is their word alone, and holds for no other owner. */
  noneBy: string | null = null;
  readonly deals: Deal[] = [];

  constructor(public now: number) {}

  /** Lives through one call: the code it is refused with, or null when it happened. */
  attempt(who: string, verb: Verb, words: Words): string | null {
    if (verb in ARROWS) return this.step(who, verb as Step, words);
    const { sees, edits } = roleOf(who);
    if (!sees) return 'not-found';
    const mine = this.owner?.who === who;
    switch (verb) {
      case 'dri/nominate': {
        if (!edits && !mine) return 'forbidden';
        const unfit = unfitness(words.person);
        if (unfit) return unfit;
        if (this.owner?.who === words.person)
          return this.owner.accepted ? 'already-accepted' : 'already-nominated';
        if (this.owner?.accepted && !mine) return 'already-accepted';
        this.owner = { who: words.person, accepted: false };
        this.nominatedBy = who;
        return null;
      }
      case 'dri/accept':
        if (!this.owner) return 'no-nomination';
        if (!mine) return 'forbidden';
        if (this.owner.accepted) return 'already-accepted';
        this.owner.accepted = true;
        if (this.behind) this.behind.open = false;
        return null;
      case 'dri/decline':
        if (!this.owner) return 'no-nomination';
        if (!mine) return 'forbidden';
        if (words.flag && words.person === who) return 'alternative-is-self';
        if (words.flag && unfitness(words.person)) return unfitness(words.person);
        this.behind = {
          who: this.sponsor ?? (this.behind?.open === true ? this.behind.who : null),
          open: true,
        };
        this.owner = null;
        return null;
      case 'dependencies/declare-none':
        if (!mine || !this.owner?.accepted) return 'forbidden';
        if (this.open.length > 0) return 'agreements-open';
        if (this.noneStands) return 'already-declared';
        this.noneBy = who;
        return null;
      default:
        return this.request(who, edits || mine, words);
    }
  }

  private get noneStands(): boolean {
    return this.noneBy !== null && this.owner?.accepted === true && this.owner.who === this.noneBy;
  }

  /** Who stands behind the owner, or behind the last one. */
  private get sponsor(): string | null {
    if (!this.owner) return this.behind?.who ?? null;
    return this.nominatedBy === this.owner.who ? null : this.nominatedBy;
  }

  /** Whether somebody answers for the work: its owner, and while nobody owns it, who stands behind it. */
  private answersFor(who: string): boolean {
    return this.owner?.accepted === true ? this.owner.who === who : this.sponsor === who;
  }

  get open(): readonly Deal[] {
    return this.deals.filter(({ status }) => status !== 'withdrawn');
  }

  overdue({ status, committedBy, provider }: Deal): boolean {
    return status === 'acknowledged' && committedBy !== undefined && this.past(provider, committedBy);
  }

  verdict(checkpoint: 'start' | 'finish'): 'pass' | 'warn' | 'block' {
    const unowned = !this.owner?.accepted;
    const undeclared = !this.noneStands && this.open.length === 0;
    const open = this.open.some(
      (deal) => ['requested', 'countered', 'declined'].includes(deal.status) || this.selfDealt(deal),
    );
    if (unowned || undeclared || open) return 'block';
    if (this.open.some((deal) => this.overdue(deal))) return checkpoint === 'start' ? 'warn' : 'block';
    // Where work ends, whatever nobody has accepted yet is told.
    const unsettled = this.open.some(({ status }) => status !== 'accepted');
    return checkpoint === 'finish' && unsettled ? 'warn' : 'pass';
  }

  /** Who could take the step, where it is open to anybody. */
  rightOne(step: Step, deal: Deal, preferred: Side): string | undefined {
    const open = openTo(step);
    const proposed = step === 'agreement/answer-renegotiation' ? deal.proposal?.side : undefined;
    const side: Side =
      proposed !== undefined
        ? proposed === 'provider'
          ? 'requester'
          : 'provider'
        : open[preferred]?.includes(deal.status)
          ? preferred
          : open.provider?.includes(deal.status)
            ? 'provider'
            : 'requester';
    return side === 'provider' ? deal.provider : this.owner?.who;
  }

  private readonly askers = new Map<string, string>();

  private past(provider: string, date: string): boolean {
    return dayAt(provider, this.now) > date;
  }

  private selfDealt({ id, provider }: Deal): boolean {
    return provider === this.owner?.who || provider === this.askers.get(id);
  }

  private request(who: string, allowed: boolean, { person, scope, date, odd }: Words): string | null {
    if (!allowed) return 'forbidden';
    const unfit = unfitness(person);
    if (unfit) return unfit;
    if (odd === 'own-issue') return odd;
    if (odd === 'no-such-issue') return 'issue-not-found';
    const unfitDay = unfitDayAt(person, this.now, date);
    if (unfitDay) return unfitDay;
    const same = this.open.some(
      (deal) => deal.status !== 'accepted' && deal.provider === person && deal.deliverable === scope,
    );
    if (same) return 'already-asked';
    const id = `A${this.deals.length + 1}`;
    this.askers.set(id, who);
    this.noneBy = null;
    this.deals.push({
      id,
      status: 'requested',
      provider: person,
      deliverable: scope,
      neededBy: date,
      rounds: 1,
      rework: 0,
      moves: [],
    });
    return null;
  }

  private step(who: string, step: Step, words: Words): string | null {
    const deal = this.deals.find(({ id }) => id === words.agreementId);
    const open = openTo(step);
    if (!roleOf(who).sees && !(open.provider && deal?.provider === who)) return 'not-found';
    if (!deal) return 'agreement-not-found';
    // Nobody stands on both sides: whoever stands behind unowned work does not answer their own promise.
    const isOwner = this.owner?.accepted === true && this.owner.who === who;
    const isRequester =
      open.requester !== undefined && this.answersFor(who) && (isOwner || deal.provider !== who);
    const side: Side | null =
      open.provider && deal.provider === who ? 'provider' : isRequester ? 'requester' : null;
    if (!side) return 'forbidden';
    if (!open[side]?.includes(deal.status)) return 'wrong-status';
    return this.taken(step, deal, side, who, words);
  }

  private taken(step: Step, deal: Deal, side: Side, who: string, words: Words): string | null {
    const { date, person, scope, flag, other, odd } = words;
    const unfitDay = unfitDayAt(deal.provider, this.now, date);
    const set = (changes: Partial<Deal>): null => {
      Object.assign(deal, changes);
      return null;
    };
    const broken = (): Partial<Deal> => (this.overdue(deal) && !deal.breach ? { breach: 'late' } : {});
    const again = (changes: Partial<Deal>): null =>
      set({
        ...broken(),
        ...AGREED,
        committedBy: undefined,
        ...changes,
        status: 'requested',
        rounds: deal.rounds + 1,
      });
    switch (step) {
      case 'agreement/acknowledge':
        if (this.selfDealt(deal)) return 'self-acknowledgement';
        if (this.past(deal.provider, deal.neededBy)) return 'date-in-past';
        return set({ status: 'acknowledged', committedBy: deal.neededBy });
      case 'agreement/counter':
        if (unfitDay) return unfitDay;
        if (date === deal.neededBy && (!flag || scope === deal.deliverable)) return 'same-date';
        return set({ status: 'countered', offer: { date, scope: flag ? scope : undefined } });
      case 'agreement/accept-counter': {
        const { offer } = deal;
        if (!offer) throw new Error('a countered deal has an offer');
        if (this.selfDealt(deal)) return 'self-acknowledgement';
        if (this.past(deal.provider, offer.date)) return 'date-in-past';
        return set({
          ...AGREED,
          status: 'acknowledged',
          committedBy: offer.date,
          deliverable: offer.scope ?? deal.deliverable,
        });
      }
      case 'agreement/decline':
        if (!flag && !other) return 'alternative-missing';
        if (flag && person === who) return 'alternative-is-self';
        if (flag && this.selfDealt({ ...deal, provider: person })) return 'alternative-is-asker';
        if (flag && unfitness(person)) return unfitness(person);
        if (other && unfitDay) return unfitDay;
        return set({ status: 'declined' });
      case 'agreement/restate': {
        const neededBy = flag ? date : deal.neededBy;
        const deliverable = other ? scope : deal.deliverable;
        if (odd === 'answer') return 'nothing-asked';
        if (neededBy === deal.neededBy && deliverable === deal.deliverable) return 'nothing-restated';
        if (flag && unfitDay) return unfitDay;
        return this.past(deal.provider, neededBy) ? 'date-in-past' : again({ neededBy, deliverable });
      }
      case 'agreement/reassign':
        if (person === deal.provider) return 'same-provider';
        if (unfitness(person)) return unfitness(person);
        return this.selfDealt({ ...deal, provider: person })
          ? 'provider-asked-for-it'
          : again({ provider: person });
      case 'agreement/deliver':
        return set({ ...broken(), ...AGREED, status: 'delivered' });
      case 'agreement/accept-delivery':
        return set({ status: 'accepted' });
      case 'agreement/return':
        return set({
          status: 'acknowledged',
          rework: deal.rework + 1,
          ...(flag && !deal.breach && { breach: 'spec' as const }),
        });
      case 'agreement/withdraw':
        return set({ ...broken(), ...AGREED, status: 'withdrawn', committedBy: undefined });
      case 'agreement/renegotiate':
        if (unfitDay) return unfitDay;
        if (date === deal.committedBy) return 'same-date';
        if (deal.proposal?.side === side && deal.proposal.date === date) return 'same-date';
        return set({ proposal: { side, date } });
      case 'agreement/answer-renegotiation': {
        const { proposal, committedBy } = deal;
        if (!proposal || committedBy === undefined) return 'no-renegotiation';
        if (proposal.side === side) return 'forbidden';
        if (!flag) return set({ proposal: undefined });
        if (this.past(deal.provider, proposal.date)) return 'date-in-past';
        return set({
          ...broken(),
          proposal: undefined,
          committedBy: proposal.date,
          moves: [...deal.moves, [committedBy, proposal.date]],
        });
      }
    }
  }
}
