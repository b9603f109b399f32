import { texts } from '../../../texts/compiled/en/lozenge-labels';
import { isAhead } from '../../domain/notices/steps-by-cause';
import type { ReachedStep } from '../../domain/notices/steps-by-cause';
import type { LozengeState } from '../../domain/report/accountability/lozenge';
import type { IsoDate } from '../../domain/values';
import { speak } from '../texts/message';
import { list, plainDate } from './names';

const say = speak(texts);

/** A Jira lozenge: its words and its look. */
export interface Lozenge {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

/** `Overdue: sponsor told`. */
function stepReached({ cause, rung, told }: ReachedStep): Lozenge {
  const people = told.map(({ audience }) =>
    say(audience === 'asked' ? `clockAsked.${cause}` : `clockAudience.${audience}`),
  );
  const label = say(`clockLabel.${cause}`);
  return {
    label:
      people.length === 0 ? label : say('clockLabel.told', { label, people: list([...new Set(people)]) }),
    type: isAhead(cause) ? 'inprogress' : rung > 0 ? 'removed' : 'moved',
  };
}

/** The state of a work item in the few words a lozenge has room for. */
export function wordLozenge(state: LozengeState, today: IsoDate): Lozenge {
  switch (state.kind) {
    case 'step':
      return stepReached(state.step);
    case 'off-track':
      return {
        label: say('itemLabel.off-track', { date: plainDate(state.since.slice(0, 10), today) }),
        type: 'removed',
      };
    case 'open':
      return {
        label: say('itemLabel.open', { count: state.count }),
        type: state.blocking ? 'inprogress' : 'default',
      };
    case 'above':
      return { label: say('itemLabel.above', { issueKey: state.issueKey }), type: 'inprogress' };
    case 'nobody':
    case 'not-known':
      return { label: say(`itemLabel.${state.kind}`), type: 'default' };
    case 'in-order':
      return { label: say('itemLabel.in-order'), type: 'success' };
  }
}
