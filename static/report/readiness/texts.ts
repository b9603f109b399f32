import { texts } from '../../../texts/compiled/en/readiness';
import { texts as ruleSentences } from '../../../texts/compiled/en/rule-sentences';
import { addTexts } from '../../ui/locale';
// Figures are written as the charts write them.
import '../indicators/texts';

addTexts(ruleSentences);
addTexts(texts);
