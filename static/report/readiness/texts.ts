import texts from '../../i18n/en-readiness.json';
import ruleSentences from '../../i18n/en-rule-sentences.json';
import { addTexts } from '../../ui/locale';
// Figures are written as the charts write them.
import '../indicators/texts';

addTexts(ruleSentences);
addTexts(texts);
