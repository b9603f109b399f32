import { texts } from '../../../texts/compiled/en/backtest';
import { addTexts } from '../../ui/locale';

addTexts(texts);
