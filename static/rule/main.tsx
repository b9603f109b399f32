import { texts as ruleSentences } from '../../texts/compiled/en/rule-sentences';
import { texts } from '../../texts/compiled/en/settings';
import { mount } from '../ui/mount';
import { SkeletonLines } from '../ui/skeleton';
import './rule.css';
import { RuleForm } from './rule-form';

void mount({
  texts: [ruleSentences, texts],
  skeleton: <SkeletonLines lines={8} />,
  render: () => <RuleForm />,
});
