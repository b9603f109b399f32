import texts from '../i18n/en-panel.json';
import promises from '../i18n/en-promises.json';
import { addTexts } from '../ui/locale';

// What the forms share with the panel; their own come with them.
addTexts(promises);
addTexts(texts);
