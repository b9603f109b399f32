import { texts } from '../../../../texts/compiled/en/report-tools';
import { addTexts } from '../../../ui/locale';

addTexts(texts);
