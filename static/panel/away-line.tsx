import type { AccountId } from '../../src/domain/values';
import { useAwayText, type AskedFor } from '../charter-form/use-away-text';
import { usePanel } from './panel-context';

/** That whoever is asked for something is away, and who answers meanwhile; nothing while they are there. */
export function AwayLine({ accountId, asked }: { accountId: AccountId; asked: AskedFor }) {
  const awayText = useAwayText();
  const { answer, nameOf } = usePanel();
  const away = answer.away?.[accountId];
  if (!away) return null;
  const standIn = away.standIn === null ? undefined : nameOf(away.standIn);
  return <div className="hf-note">{awayText(nameOf(accountId), asked, away, standIn)}</div>;
}
