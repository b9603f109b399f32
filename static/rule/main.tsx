import ruleSentences from '../i18n/en-rule-sentences.json';
import texts from '../i18n/en-settings.json';
import { mount } from '../ui/mount';
import { SkeletonLines } from '../ui/skeleton';
import './rule.css';
import { RuleForm } from './rule-form';

void mount({
  texts: [ruleSentences, texts],
  skeleton: <SkeletonLines lines={8} />,
  render: () => <RuleForm />,
});
