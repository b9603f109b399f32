import texts from '../i18n/en-follow.json';
import { addTexts } from '../ui/locale';

addTexts(texts);
