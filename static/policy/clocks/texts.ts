import { texts } from '../../../texts/compiled/en/clocks';
import { addTexts } from '../../ui/locale';

// Fetched with the parts that need them; the first paint does without.
addTexts(texts);
