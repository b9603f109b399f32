import { texts } from '../../../texts/compiled/en/setup';
import type { PolicyAnswer } from '../../../src/contract/answers';
import { Section } from '../../ui/choices';
import { addTexts } from '../../ui/locale';
import { Text } from '../../ui/text';
import { Attach } from './attach';
import './set-up.css';

addTexts(texts);

/** The last of the five steps, for whoever left before a transition asked: until one does, the policy stops nothing. */
export function AttachPart(props: { projectKey: string; first: NonNullable<PolicyAnswer['attached']> }) {
  return (
    <Section id="hf-attach" title={<Text id="setup.title.attach" />}>
      <p className="hf-subtle">
        <Text id="setup.body.attach" />
      </p>
      <Attach {...props} />
    </Section>
  );
}
