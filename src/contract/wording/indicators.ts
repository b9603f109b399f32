import type { IndicatorId } from '../../domain/report/indicators/indicators';

/** An indicator by name, and what exactly is counted. */
export interface IndicatorWords {
  readonly name: string;
  readonly definition: string;
}

/** The whole vocabulary of the indicators, in one place. Weeks are ISO weeks in UTC, from Monday to Sunday. */
export const indicatorWords: Readonly<Record<IndicatorId, IndicatorWords>> = {
  'acknowledgement-latency': {
    name: 'Time to acknowledge',
    definition:
      'How long a provider takes from being asked to saying yes, no, or another date. The median of all answers given in the week; a question put again counts again.',
  },
  'intake-completeness': {
    name: 'Complete at first request',
    definition:
      'Share of requests that got a plain yes as they were first put, without a counter-offer, a no, or a rewrite. Counted in the week in which that was decided.',
  },
  'rework-rate': {
    name: 'Deliveries returned',
    definition: 'Share of the deliveries judged in the week that went back instead of being accepted.',
  },
  'rework-spec': {
    name: 'Returned: the request was wrong',
    definition:
      'Share of the deliveries judged in the week that went back because the request was wrong or incomplete.',
  },
  'rework-quality': {
    name: 'Returned: the work was not right',
    definition: 'Share of the deliveries judged in the week that went back because of the work itself.',
  },
  'decision-cycle-time': {
    name: 'Time to decide',
    definition:
      'How long a question put to somebody waits for its decision. The median of all decisions made in the week.',
  },
  'escalation-frequency': {
    name: 'Questions raised',
    definition:
      'How many questions were put to somebody for a decision in the week. Asking is the expected move: more is neither better nor worse, and a change is worth asking about.',
  },
  'delegation-durability': {
    name: 'How long ownership lasts',
    definition:
      'Days between accepting ownership and handing it back or over, for ownership that ended in the week: the median. Owners who stay are not in it.',
  },
  'ownership-returns': {
    name: 'Ownership handed back',
    definition: 'How many accepted owners handed their work item back in the week.',
  },
  'check-in-freshness': {
    name: 'Fresh check-ins',
    definition:
      'Share of owned work items that had a check-in within the policy’s cadence when the week ended, from one cadence after the owner accepted. Finished work and work let go do not count.',
  },
  'decisions-per-check-in': {
    name: 'Check-ins with a decision',
    definition: 'Share of the week’s check-ins in which something was decided.',
  },
  'gate-blocks': {
    name: 'Moves the gate refused',
    definition:
      'How many times in the week a move was refused because rules were unmet, where the policy enforces. Who met the refusal and asked again counts again: more is neither better nor worse.',
  },
  'gate-unmet': {
    name: 'Moves with unmet rules',
    definition:
      'How many moves in the week passed the gate although rules were unmet: because the policy observes or coaches, a rule was waived, or the gate could not look. A rule that only warns does not count.',
  },
  'gate-bypasses': {
    name: 'Moves around the gate',
    definition: 'How many moves in the week never met the gate.',
  },
  'first-owner': {
    name: 'Time to a first owner',
    definition:
      'Days between creating a work item and the first name in the field that names the owner, for items that got one in the week: the median. Items nobody ever owned are not in it.',
  },
  'owner-stays': {
    name: 'How long a name stays',
    definition:
      'Days that a name stood in the field that names the owner, for names that were taken out or replaced in the week: the median. Names that still stand are not in it.',
  },
  'owner-dropped': {
    name: 'Owners taken away',
    definition:
      'How often in the week the field that names the owner was emptied, so that the item had nobody.',
  },
  reopened: {
    name: 'Reopened',
    definition: 'How many work items were moved out of Done in the week.',
  },
};
