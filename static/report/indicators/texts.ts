import { texts } from '../../../texts/compiled/en/drift';
import { addTexts } from '../../ui/locale';

addTexts(texts);
