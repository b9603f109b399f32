import { texts } from '../../../texts/compiled/en/rejections';
import type { CharterEvent } from '../../domain/charter/events';
import { speak } from '../texts/message';
import type { NameOf } from './names';

const say = speak(texts);

/** That somebody was there first, and that nothing was overwritten. */
export const wordConflict = (entry: CharterEvent, name: NameOf): string =>
  say('rejection.changed-meanwhile', { person: name(entry.by), did: say(`did.${entry.type}`) });

type DidText = Extract<keyof typeof texts, `did.${string}`>;

const isDid = (id: string): id is DidText => Object.hasOwn(texts, id);

/** What somebody did, after their name; also where a newer version wrote it, as far as this one can tell. */
export function wordDid(type: string): string {
  const id = `did.${type}`;
  return say(isDid(id) ? id : 'did.other');
}
