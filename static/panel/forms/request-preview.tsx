import { DateText } from '../../ui/date-text';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { askedPerson, type RequestValues } from './use-request-form';

/** The sentence the provider will read, growing with the form. */
export function RequestPreview({ values }: { values: RequestValues }) {
  const t = useText();
  const { answer, nameOf } = usePanel();
  const { deliverable, acceptance, neededBy } = values;
  const provider = askedPerson(values);
  const gap = (text: string, blank: string) =>
    text.trim() === '' ? <span className="hf-gap">{blank}</span> : <b>{text.trim()}</b>;
  return (
    <figure className="hf-preview">
      <figcaption className="hf-label">{t('panel.previewLabel')}</figcaption>
      <p>
        <Text
          id="panel.previewSentence"
          values={{
            provider: provider?.displayName ?? <span className="hf-gap">{t('panel.gapWho')}</span>,
            requester: nameOf(answer.me.accountId),
            issueKey: answer.item.issueKey,
            deliverable: gap(deliverable, t('panel.gapWhat')),
            acceptance: gap(acceptance, t('panel.gapAcceptance')),
            date:
              neededBy === '' ? (
                <span className="hf-gap">{t('panel.gapBy')}</span>
              ) : (
                <b>
                  <DateText
                    date={neededBy}
                    {...(provider?.timeZone !== undefined && { zone: provider.timeZone })}
                  />
                </b>
              ),
          }}
        />
      </p>
    </figure>
  );
}
