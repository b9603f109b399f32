import Button from '@atlaskit/button/default/button';
import { openPolicy } from '../../ui/open-policy';
import { Text, useText } from '../../ui/text';

/** Nobody decided anything for this project: what to do first, in place of a list of everything that is missing. */
export function SetUp({ projectKey, items }: { projectKey: string; items: number }) {
  const t = useText();
  return (
    <section className="hf-card hf-set-up" aria-labelledby="hf-set-up">
      <h2 id="hf-set-up" className="hf-heading">
        <Text id="report.setUpTitle" />
      </h2>
      <p>
        <Text id="report.setUpBody" values={{ count: items }} />
      </p>
      <div className="hf-actions">
        <Button appearance="primary" onClick={() => openPolicy(projectKey)}>
          {t('report.setUp')}
        </Button>
        <span className="hf-subtle">
          <Text id="report.setUpWho" />
        </span>
      </div>
    </section>
  );
}
