import { texts } from '../../texts/compiled/en/portfolio';
import { addTexts } from '../ui/locale';

addTexts(texts);
