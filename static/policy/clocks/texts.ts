import texts from '../../i18n/en-clocks.json';
import { addTexts } from '../../ui/locale';

// Fetched with the parts that need them; the first paint does without.
addTexts(texts);
