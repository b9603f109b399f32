import type { PersonFact } from '../../src/domain/values';
import { Notice } from '../ui/notice';
import { useText } from '../ui/text';
import { useCall } from '../ui/use-call';

interface Asked {
  readonly person: PersonFact;
  /** The issue that is to answer an agreement; nothing else can be told through one. */
  readonly providerIssueKey?: string | undefined;
  /** What is asked is an agreement. */
  readonly agreement?: boolean;
}

/** Warns, before somebody is asked, that they cannot see what they are asked about. Says nothing where nothing is proven. */
export function ReachNotice({ person, ...asked }: Omit<Asked, 'person'> & { person: PersonFact | null }) {
  return person && <Known key={person.accountId} person={person} {...asked} />;
}

function Known({ person, providerIssueKey, agreement = false }: Asked) {
  const t = useText();
  const { loaded } = useCall('person/reach', {
    accountId: person.accountId,
    ...(providerIssueKey !== undefined && { providerIssueKey }),
  });
  if (loaded.status !== 'ready') return null;
  const { reach, through } = loaded.data;
  if (reach === 'item' || reach === 'unknown') return null;
  const name = person.displayName;
  return (
    <Notice tone="warning">
      {agreement && reach === 'own' && through !== undefined
        ? t('panel.reachOwn', { person: name, issueKey: through })
        : t('panel.reachNone', { person: name })}
    </Notice>
  );
}
