import { Fragment, useState } from 'react';
import { Disclosure } from '../../ui/disclosure';
import { useText, type PlainTextId } from '../../ui/text';

/** A good answer to the whole form, of which kind of work where there are several. */
interface Example {
  readonly of?: PlainTextId;
  readonly lines: readonly (readonly [label: PlainTextId, text: PlainTextId])[];
}

/** Good answers to the whole form, one click away: easier to follow than a rule. */
export function GoodExample({ examples }: { examples: readonly Example[] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure
      label={t('example.show', { count: examples.length })}
      isOpen={open}
      onToggle={() => setOpen(!open)}
    >
      {examples.map(({ of, lines }) => (
        <Fragment key={of ?? ''}>
          {of !== undefined && <p className="hf-label">{t(of)}</p>}
          <dl className="hf-facts">
            {lines.map(([label, text]) => (
              <div key={label} className="hf-fact-pair">
                <dt>{t(label)}</dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
    </Disclosure>
  );
}
