import { texts as ruleNames } from '../../texts/compiled/en/rule-names';
import { texts as ruleSentences } from '../../texts/compiled/en/rule-sentences';
import { addTexts } from '../ui/locale';

// Rules are named in waivers, passages and the history; the first paint does without.
addTexts(ruleNames);
addTexts(ruleSentences);
