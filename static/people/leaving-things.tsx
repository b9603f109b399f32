import { Checkbox } from '../ui/checkbox';
import { IssueLink } from '../ui/issue-link';
import { useText } from '../ui/text';
import { nameOf, type Thing } from './use-leaving';

const KINDS = {
  promise: 'people.kindPromise',
  decision: 'people.kindDecision',
  epic: 'people.kindEpic',
} as const;

/** What rests on a person, each to be handed on or left, and what came of it. */
export function LeavingThings({
  things,
  left,
  became,
  isDisabled,
  onChoose,
}: {
  things: readonly Thing[];
  left: ReadonlySet<string>;
  became: ReadonlyMap<string, string>;
  isDisabled: boolean;
  onChoose: (name: string, on: boolean) => void;
}) {
  const t = useText();
  return (
    <ul className="hf-leaving">
      {things.map((thing) => {
        const name = nameOf(thing);
        const what = thing.what ?? thing.summary ?? t('people.leavingHidden');
        const outcome = became.get(name);
        return (
          <li key={name}>
            <Checkbox
              label={`${t(KINDS[thing.kind])}: ${what}`}
              checked={!left.has(name)}
              isDisabled={outcome !== undefined || isDisabled}
              onChange={(on) => onChoose(name, on)}
            />
            <span className="hf-leaving-where">
              <IssueLink issueKey={thing.issueKey} /> {outcome ?? t('people.leavingWaits')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
