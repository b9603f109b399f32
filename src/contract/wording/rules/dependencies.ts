import type { RuleIn } from '../../../domain/gate/rules';
import type { AccountId } from '../../../domain/values';
import { plainDate, type Reader } from '../names';
import { count, type ToldOf } from './say';

interface OfAgreement {
  readonly deliverable: string;
  readonly provider: AccountId;
}

/** Most of these say no more than what was promised, and by whom. */
const promised = ({ deliverable, provider }: OfAgreement, { name }: Reader) => ({
  deliverable,
  person: name(provider),
});

/** What goes into the sentences of `texts/en/rules.json`. */
export const told: ToldOf<RuleIn<'dependencies'>> = {
  'dependency.unmapped': (finding) => ({
    seen: finding.hidden ? 'no' : 'yes',
    issueKey: finding.hidden ? '' : finding.issueKey,
  }),
  'agreement.declined': (finding, reader) => {
    const { alternative, availableFrom } = finding;
    return {
      ...promised(finding, reader),
      instead: availableFrom === undefined ? 'person' : alternative === undefined ? 'day' : 'both',
      alternative: alternative === undefined ? '' : reader.name(alternative),
      date: availableFrom === undefined ? '' : plainDate(availableFrom, reader.today),
    };
  },
  'agreement.countered': (finding, reader) => ({
    ...promised(finding, reader),
    date: plainDate(finding.committedBy, reader.today),
  }),
  'agreement.provider-inactive': promised,
  'agreement.unacknowledged': (finding, reader) => {
    const { asksBack, unreached, neededBy } = finding;
    return {
      ...promised(finding, reader),
      date: plainDate(neededBy, reader.today),
      stands: asksBack ? 'asksBack' : unreached ? 'unreached' : 'waits',
      step: asksBack ? 'answer' : unreached === 'lasting' ? 'share' : 'ask',
      asked: asksBack ? reader.name(asksBack.of) : '',
      question: asksBack?.question ?? '',
    };
  },
  'agreement.self-dealt': promised,
  'agreement.overdue': (finding, reader) => ({
    ...promised(finding, reader),
    date: plainDate(finding.committedBy, reader.today),
  }),
  'agreement.unconfirmed': (finding, reader) => ({
    ...promised(finding, reader),
    since: plainDate(finding.since.slice(0, 10), reader.today),
    date: plainDate(finding.committedBy, reader.today),
  }),
  'agreement.rests-on-unacknowledged': promised,
  'agreement.open': (finding, reader) => ({ ...promised(finding, reader), status: finding.status }),
  'dependencies.undeclared': () => ({}),
  'dependencies.too-few': ({ have, need }) => ({ count: count(have), have, need }),
};
