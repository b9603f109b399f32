import texts from '../../i18n/en-drift.json';
import { addTexts } from '../../ui/locale';

addTexts(texts);
