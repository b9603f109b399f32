import { texts as ruleSentences } from '../../texts/compiled/en/rule-sentences';
import { texts } from '../../texts/compiled/en/settings';
import { CreateNotice } from '../rule/create-notice';
import { isOnCreate, savedRule } from '../rule/model/saved-rule';
import { RuleSummary } from '../rule/rule-summary';
import '../rule/rule.css';
import { mount } from '../ui/mount';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';

/** A rule in words, where Jira lists a transition's rules. */
function RuleView() {
  const t = useText();
  const { extension } = useSurroundings();
  const { rule, state, asksBoth } = savedRule(extension);
  if (isOnCreate(extension)) return <CreateNotice />;
  return (
    <>
      {state !== 'saved' && (
        <Notice tone="warning">{t(state === 'new' ? 'rule.viewNew' : 'rule.damagedView')}</Notice>
      )}
      <RuleSummary rule={rule} asks={asksBoth ? 'either' : rule.checkpoint} />
    </>
  );
}

void mount({
  texts: [ruleSentences, texts],
  skeleton: <SkeletonLines lines={3} />,
  render: () => <RuleView />,
});
