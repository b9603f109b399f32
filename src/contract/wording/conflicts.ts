import { texts } from '../../../texts/compiled/en/rejections';
import type { CharterEvent } from '../../domain/charter/events';
import { speak } from '../texts/message';
import type { NameOf } from './names';

const say = speak(texts);

/** That somebody was there first, and that nothing was overwritten. */
export const wordConflict = (entry: CharterEvent, name: NameOf): string =>
  say('rejection.changed-meanwhile', { person: name(entry.by), did: say(`did.${entry.type}`) });
