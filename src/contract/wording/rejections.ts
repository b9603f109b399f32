import { texts } from '../../../texts/compiled/en/rejections';
import type { Rejection } from '../../domain/charter/commands';
import { speak } from '../texts/message';
import { wordConflict, wordDid } from './conflicts';
import type { WhoMay } from '../../domain/charter/ownership/holds-right';
import { listOr, plainDate, type NameOf, type Reader } from './names';

const say = speak(texts);

/** A state that a newer version knows has changed, as far as this one can tell. */
const stands = (status: string): string => {
  const id = `agreementStatus.${status}`;
  return say(isStatus(id) ? id : 'agreementStatus.other');
};

type StatusText = Extract<keyof typeof texts, `agreementStatus.${string}`>;

const isStatus = (id: string): id is StatusText => Object.hasOwn(texts, id);

/** Why a command was refused, and the way out, in a sentence or two. */
export function wordRejection(rejection: Rejection, { name, today }: Reader): string {
  const day = (date: string): string => plainDate(date, today);
  switch (rejection.code) {
    case 'forbidden':
      return 'may' in rejection
        ? say(`needs.${rejection.needs}`, whoMayInWords(rejection.may, name))
        : say(`needs.${rejection.needs}`);
    case 'person-inactive':
    case 'person-not-human':
    case 'already-nominated':
    case 'already-accepted':
    case 'provider-asked-for-it':
    case 'alternative-is-asker':
      return say(`rejection.${rejection.code}`, { person: name(rejection.accountId) });
    case 'date-in-past': {
      const { date, today: there } = rejection;
      return say('rejection.date-in-past', { date: plainDate(date, there), today: plainDate(there, there) });
    }
    case 'date-too-far':
      return say('rejection.date-too-far', { date: day(rejection.date), latest: day(rejection.latest) });
    case 'reply-announced':
      return say('rejection.reply-announced', { date: day(rejection.replyBy) });
    case 'reply-after-needed':
      return say('rejection.reply-after-needed', { date: day(rejection.neededBy) });
    case 'review-due':
      return say('rejection.review-due', { date: day(rejection.reviewOn) });
    case 'already-asked':
    case 'agreement-unknown':
    case 'walk-through-incomplete':
      return say(`rejection.${rejection.code}`, { agreementId: rejection.agreementId });
    case 'issue-not-found':
      return say('rejection.issue-not-found', { issueKey: rejection.issueKey });
    case 'too-many-agreements':
    case 'too-many-waivers':
    case 'too-many-escalations':
    case 'too-many-gaps':
      return say(`rejection.${rejection.code}`, { limit: rejection.limit });
    case 'waiver-too-long':
      return say('rejection.waiver-too-long', { days: rejection.longestDays });
    case 'wrong-status':
      return say('rejection.wrong-status', { stands: stands(rejection.status) });
    case 'nothing-to-undo':
      return say('rejection.nothing-to-undo', { minutes: rejection.minutes });
    case 'acted-meanwhile':
      return say('rejection.acted-meanwhile', {
        person: name(rejection.accountId),
        did: wordDid(rejection.step),
      });
    case 'intake-missing':
      return say('rejection.intake-missing', { what: say(`intakeName.${rejection.missing}`) });
    case 'changed-meanwhile':
      return wordConflict(rejection.entry, name);
    default:
      return say(`rejection.${rejection.code}`);
  }
}

/** Everybody who may, in the order of the policy page, and whether anybody of them is left out. */
function whoMayInWords(may: WhoMay, name: NameOf): { readonly who: string; readonly but: 'yes' | 'no' } {
  const who = [
    ...(may.editors ? [say('whoMay.editors')] : []),
    ...(may.projectAdmins ? [say('whoMay.admins')] : []),
    ...may.roles.map((role) => say('whoMay.role', { role })),
    ...may.groups.map((group) => say('whoMay.group', { group })),
    ...may.people.map(name),
  ];
  return { who: who.length === 0 ? say('whoMay.nobody') : listOr(who), but: may.butParties ? 'yes' : 'no' };
}

/** The form field a rejection belongs to, where it belongs to one. */
export function fieldOf(rejection: Rejection): string | undefined {
  if ('field' in rejection) return rejection.field;
  return rejection.code === 'alternative-missing' ? 'alternativeAccountId' : undefined;
}
