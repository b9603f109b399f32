import { texts } from '../../../texts/compiled/en/site-check';
import { addTexts } from '../../ui/locale';

addTexts(texts);
