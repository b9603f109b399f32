import type { Clock } from '../app/ports';
import type { Runs } from '../app/report/ports';
import { pageOfRun, placeOf } from '../app/report/runs';
import type { RunOfPages } from '../app/subject/project-items';
import type { Answer } from '../contract/answers';
import type { CallKey } from '../contract/calls';
import type { Input } from '../contract/inputs';
import type { Refusal } from '../contract/refusal';
import type { Unavailable } from '../platform/unavailable';

/** How what can wait is asked: within Jira's points, and once at a time for a person. */
export interface Waiting {
  readonly optionally: <T>(work: () => Promise<T>, isSmallAtFirst: boolean) => Promise<T>;
  readonly runs: Runs;
  readonly clock: Clock;
}

interface Reader {
  readonly accountId: string | undefined;
  readonly projectKey: string | undefined;
}

/** What can wait: a page of it, of the latest run of whoever reads it. */
export async function answerInTime<K extends CallKey>(
  key: K,
  input: Input<K>,
  { accountId = '', projectKey = '' }: Reader,
  { runs, clock, optionally }: Waiting,
  run: (input: Input<K>, of: RunOfPages) => Promise<Answer<K>>,
): Promise<Answer<K>> {
  const given: unknown = Reflect.get(input, 'cursor');
  const place = placeOf(typeof given === 'string' ? given : undefined);
  const asked = place.run === undefined ? input : ({ ...input, cursor: place.cursor } as Input<K>);
  const name = await runs.nameOf([accountId, key, projectKey]);
  const page = () => pageOfRun({ name, place, now: clock.now() }, (of) => run(asked, of), runs);
  // A first page begins with who may read what.
  return optionally(page, place.cursor === undefined);
}

/** Where Jira said when it may be asked again, whoever asks can wait for it. */
export function againAfter({ failure, until }: Unavailable): Pick<Refusal['error'], 'again'> {
  if (failure !== 'too-many' || until === undefined) return {};
  const inSeconds = Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  return { again: { at: until, inSeconds, why: 'points' } };
}
