import { texts } from '../../../texts/compiled/en/decisions';
import { addTexts } from '../../ui/locale';

addTexts(texts);
