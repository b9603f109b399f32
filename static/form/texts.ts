import { texts } from '../../texts/compiled/en/panel';
import { texts as promises } from '../../texts/compiled/en/promises';
import { addTexts } from '../ui/locale';

// What the forms share with the panel; their own come with them.
addTexts(promises);
addTexts(texts);
