import { texts } from '../../../texts/compiled/en/backtest';
import { texts as reasons } from '../../../texts/compiled/en/rule-reasons';
import { addTexts } from '../../ui/locale';

addTexts(texts);
addTexts(reasons);
