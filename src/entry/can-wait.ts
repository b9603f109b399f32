import type { Clock } from '../app/ports';
import type { Runs } from '../app/report/ports';
import { pageOfRun, placeOf } from '../app/report/runs';
import type { RunOfPages } from '../app/subject/project-items';
import type { Answer } from '../contract/answers';
import type { CallKey } from '../contract/calls';
import type { Input } from '../contract/inputs';
import type { Refusal } from '../contract/refusal';
import type { Unavailable } from '../platform/unavailable';
import type { ProjectPolicy } from '../app/subject/project-items';
import type { Remembered } from './remembered';

/** How what can wait is asked: within Jira's points, and once at a time for a person. */
export interface Waiting {
  readonly optionally: <T>(work: () => Promise<T>, isSmallAtFirst: boolean) => Promise<T>;
  readonly runs: Runs;
  readonly clock: Clock;
  /** What was read last of a site's projects: the next first page searches as that says, beside reading what holds now. */
  readonly lastRead?: (site: string) => Remembered<ProjectPolicy>;
}

interface Reader {
  readonly accountId: string | undefined;
  readonly projectKey: string | undefined;
  readonly site?: string | undefined;
}

/** What can wait: a page of it, of the latest run of whoever reads it. */
export async function answerInTime<K extends CallKey>(
  key: K,
  input: Input<K>,
  { accountId = '', projectKey = '', site = '' }: Reader,
  { runs, clock, optionally, lastRead }: Waiting,
  run: (input: Input<K>, of: RunOfPages) => Promise<Answer<K>>,
): Promise<Answer<K>> {
  const given: unknown = Reflect.get(input, 'cursor');
  const place = placeOf(typeof given === 'string' ? given : undefined);
  const asked = place.run === undefined ? input : ({ ...input, cursor: place.cursor } as Input<K>);
  const name = await runs.nameOf([accountId, key, projectKey]);
  const last = lastRead?.(site);
  const remembering = (of: RunOfPages): RunOfPages => ({
    ...of,
    expected: last?.of(projectKey),
    found(project, hasNext) {
      last?.remember(projectKey, project);
      of.found(project, hasNext);
    },
  });
  const page = () => pageOfRun({ name, place, now: clock.now() }, (of) => run(asked, remembering(of)), runs);
  // A first page begins with who may read what.
  return optionally(page, place.cursor === undefined);
}

/** Where Jira said when it may be asked again, whoever asks can wait for it. */
export function againAfter({ failure, until }: Unavailable): Pick<Refusal['error'], 'again'> {
  if (failure !== 'too-many' || until === undefined) return {};
  const inSeconds = Math.max(1, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  return { again: { at: until, inSeconds, why: 'points' } };
}
