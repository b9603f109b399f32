import ruleNames from '../i18n/en-rule-names.json';
import ruleSentences from '../i18n/en-rule-sentences.json';
import { addTexts } from '../ui/locale';

// Rules are named in waivers, passages and the history; the first paint does without.
addTexts(ruleNames);
addTexts(ruleSentences);
