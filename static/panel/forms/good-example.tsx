import { useState } from 'react';
import { Disclosure } from '../../ui/disclosure';
import { useText, type PlainTextId } from '../../ui/text';

/** One good answer to the whole form, one click away: easier to follow than a rule. */
export function GoodExample({
  lines,
}: {
  lines: readonly (readonly [label: PlainTextId, text: PlainTextId])[];
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={t('example.show')} isOpen={open} onToggle={() => setOpen(!open)}>
      <dl className="hf-facts">
        {lines.map(([label, text]) => (
          <div key={label} className="hf-fact-pair">
            <dt>{t(label)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
