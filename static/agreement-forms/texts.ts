import texts from '../i18n/en-forms.json';
import { addTexts } from '../ui/locale';

// Fetched with the parts that need them; the first paint does without.
addTexts(texts);
