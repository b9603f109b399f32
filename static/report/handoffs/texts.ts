import texts from '../../i18n/en-handoffs.json';
import { addTexts } from '../../ui/locale';

addTexts(texts);
