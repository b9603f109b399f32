import texts from '../../../i18n/en-report-tools.json';
import { addTexts } from '../../../ui/locale';

addTexts(texts);
