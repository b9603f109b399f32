import Button from '@atlaskit/button/default/button';
import { MomentText } from '../ui/date-text';
import { dayText } from '../../src/contract/texts/dates';
import { Notice } from '../ui/notice';
import { useSurroundings, useToday } from '../ui/surroundings';
import { Text, useText, type PlainTextId } from '../ui/text';
import { useFormContext } from './form-context';
import { differences, type VersionFact } from './versions';
import type { Conflict } from './use-charter-form';

const statusText: Readonly<Record<string, PlainTextId>> = {
  nominated: 'panel.stateNominated',
  requested: 'panel.stateRequested',
  countered: 'agreement.stateCountered',
  acknowledged: 'panel.stateAcknowledged',
  delivered: 'agreement.stateDelivered',
  accepted: 'agreement.stateAccepted',
  declined: 'panel.stateDeclined',
  withdrawn: 'panel.stateWithdrawn',
};

/** Somebody was there first: what it was, what it is, and the two ways on. Nothing typed is lost by looking. */
export function ConflictNotice({ conflict, onMine }: { conflict: Conflict; onMine: () => void }) {
  const t = useText();
  const { nameOf, reload } = useFormContext();
  const { entry, was, is, takeTheirs } = conflict;
  const changed = differences(was, is);
  return (
    <Notice
      tone="warning"
      urgent
      title={entry ? t('conflict.title', { person: nameOf(entry.by) }) : t('conflict.titleSomebody')}
      actions={
        <>
          <Button spacing="compact" onClick={onMine}>
            {t('conflict.useMine')}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => {
              reload();
              takeTheirs();
            }}
          >
            {t('conflict.takeTheirs')}
          </Button>
        </>
      }
    >
      <p>
        {entry ? (
          <Text id="conflict.body" values={{ when: <MomentText at={entry.at} /> }} />
        ) : (
          t('conflict.bodySomebody')
        )}
      </p>
      {changed.length > 0 && (
        <table className="hf-versions">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('conflict.was')}</th>
              <th scope="col">{t('conflict.is')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((one) => (
              <tr key={one.label}>
                <th scope="row">{t(one.label)}</th>
                <Value fact={one.was} />
                <Value fact={one.is} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}

function Value({ fact }: { fact: VersionFact | undefined }) {
  const t = useText();
  const { nameOf } = useFormContext();
  const { locale } = useSurroundings();
  const today = useToday();
  if (!fact) return <td className="hf-subtle">{t('conflict.nothing')}</td>;
  const { kind, value } = fact;
  const status = statusText[value];
  return (
    <td dir="auto">
      {kind === 'date'
        ? dayText(value, today, locale)
        : kind === 'person'
          ? nameOf(value)
          : kind === 'status' && status
            ? t(status)
            : value}
    </td>
  );
}
