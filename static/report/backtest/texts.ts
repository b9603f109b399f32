import texts from '../../i18n/en-backtest.json';
import { addTexts } from '../../ui/locale';

addTexts(texts);
