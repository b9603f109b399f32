import { texts } from '../../texts/compiled/en/follow';
import { addTexts } from '../ui/locale';

addTexts(texts);
