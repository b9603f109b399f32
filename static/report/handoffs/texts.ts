import { texts } from '../../../texts/compiled/en/handoffs';
import { addTexts } from '../../ui/locale';

addTexts(texts);
