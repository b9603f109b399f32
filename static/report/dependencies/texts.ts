import { texts } from '../../../texts/compiled/en/dependencies';
import { addTexts } from '../../ui/locale';

addTexts(texts);
