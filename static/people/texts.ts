import { texts } from '../../texts/compiled/en/people';
import { addTexts } from '../ui/locale';

// Fetched with the parts that need them; the first paint does without.
addTexts(texts);
