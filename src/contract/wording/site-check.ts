import { texts } from '../../../texts/compiled/en/notices';
import { speak } from '../texts/message';

const say = speak(texts);

/** The mail by which an administrator sees that mails go out. */
export const testMail = (): { readonly subject: string; readonly body: string } => ({
  subject: say('testMail.subject'),
  body: say('testMail.body'),
});
