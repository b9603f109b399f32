import type { MailAnswer } from '../../contract/answers';
import { localDate } from '../../domain/time/local-date';
import type { AccountId } from '../../domain/values';
import { Unavailable } from '../../platform/unavailable';
import type { Clock, Jira } from '../ports';
import { mailOf, sortNotices, type LinePorts } from './digest-lines';
import { refOf } from './links';
import type { ClockStore } from './ports';
import { namesFor, words, zoneOf } from './delivery';

export interface MailPorts extends LinePorts {
  readonly clocks: LinePorts['clocks'] & Pick<ClockStore, 'listed'>;
  readonly jira: LinePorts['jira'] & Pick<Jira, 'issueSummaries' | 'people'>;
  readonly clock: Clock;
}

/**
 * What still stands of what a person's last mail counted beyond what it spelled out: found, chosen and worded as the
 * mail does. What is not proven visible to them is looked up as they see it.
 *
 * @throws Unavailable, Refused.
 */
export async function listMail(accountId: AccountId, ports: MailPorts): Promise<MailAnswer> {
  const now = ports.clock.now();
  const listed = await ports.clocks.listed(accountId);
  if (listed.length === 0) return { ok: true, things: [] };
  const { lines } = await sortNotices(accountId, listed, now, ports);
  const apart = lines.flatMap(({ proven, through }) => (proven ? [] : [through.issueId]));
  const theirs = apart.length === 0 ? new Map() : await ports.jira.issueSummaries([...new Set(apart)]);
  const visible = lines.filter(({ proven, through }) => proven || theirs.has(through.issueId));
  const people = await namesFor(accountId, visible, ports.jira);
  const reader = people[accountId];
  if (!reader) throw new Unavailable('jira', 'it does not say who the reader is');
  const delivery = { reader, people, now, today: localDate(now, zoneOf(reader)) };
  const { said, rest } = mailOf(visible, accountId);
  const things = await Promise.all(
    [...said, ...rest].map(async (line) => {
      const ref = await refOf(line, accountId);
      const { issueKey, summary } = line.through;
      return { issueKey, summary, words: words(line, delivery), ...(ref !== undefined && { ref }) };
    }),
  );
  return { ok: true, things };
}
