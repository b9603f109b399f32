import { texts } from '../../../texts/compiled/en/setup';
import type { PolicyAnswer } from '../../../src/contract/answers';
import type { Mode } from '../../../src/domain/policy/rules';
import { Section } from '../../ui/choices';
import { addTexts } from '../../ui/locale';
import { Text } from '../../ui/text';
import { NothingStopped } from '../nothing-stopped';
import { Attach } from './attach';
import './set-up.css';

addTexts(texts);

/** The last of the five steps, for whoever left before a transition asked: until one does, the policy stops nothing. */
export function AttachPart({
  mode,
  ...props
}: {
  projectKey: string;
  first: NonNullable<PolicyAnswer['attached']>;
  mode: Mode;
}) {
  return (
    <Section id="hf-attach" title={<Text id="setup.title.attach" />}>
      <NothingStopped mode={mode} attached={props.first} />
      <p className="hf-subtle">
        <Text id="setup.body.attach" />
      </p>
      <Attach {...props} />
    </Section>
  );
}
