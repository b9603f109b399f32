import { texts } from '../../../texts/compiled/en/sheet';
import { addTexts } from '../../ui/locale';

addTexts(texts);
