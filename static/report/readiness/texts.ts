import texts from '../../i18n/en-readiness.json';
import { addTexts } from '../../ui/locale';
// Figures are written as the charts write them.
import '../indicators/texts';

addTexts(texts);
