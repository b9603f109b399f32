import { carryPromise } from '../../app/lifecycle/carry-promise';
import { charterAnswer, completePeople, sightOf } from '../../app/charter/charter-answer';
import { historyPage } from '../../app/charter/history-page';
import { matchBlocker, providerIssue } from '../../app/charter/match-blocker';
import { locateRestored } from '../../app/charter/restored-item';
import { remind } from '../../app/notices/remind';
import { beforeAsking } from '../../app/reach/before-asking';
import { takerOfTeam } from '../../app/team/taker';
import { noteOpened } from '../../app/reach/note-reached';
import { paperOwnerOfItem } from '../../app/report/paper-owner';
import { reachPerson } from '../../contract/calls/person/reach';
import { linkAgreement } from '../../contract/calls/agreement/link';
import { requestAgreement } from '../../contract/calls/agreement/request';
import { settleAgreement } from '../../contract/calls/agreement/settle';
import { getCharter } from '../../contract/calls/charter/get';
import { pageHistory } from '../../contract/calls/history/page';
import { askPaperOwner } from '../../contract/calls/owner/hands';
import { sendReminder } from '../../contract/calls/reminder/send';
import { awayOfAsked, standInsAmong } from '../../domain/charter/away-of-asked';
import type { CharterCommand } from '../../domain/charter/commands';
import { handle, merge, type CallPorts } from '../handle';
import { giveCommand } from './commands';
import { withItem } from './with-item';

/** The calls on a work item that are more than one command. */
export const charterHandlers = (ports: CallPorts) => {
  const { jira, charters, clock } = ports;
  return merge(
    handle(getCharter, async (scope) => {
      const seeing = withItem(scope);
      const { stored } = seeing;
      const [people, sees] = await Promise.all([
        completePeople(
          stored,
          scope.people,
          jira,
          scope.policy.clocks.programmeLead,
          standInsAmong(awayOfAsked(stored.charter, scope.accountId, scope.policy, clock.now())),
        ),
        sightOf(seeing, stored, jira),
        locateRestored(seeing, ports.followUps),
        noteOpened(
          scope.accountId,
          [{ ...seeing.item, ...stored, policy: scope.policy }],
          clock.now(),
          ports.followUps,
        ),
      ]);
      return charterAnswer(seeing, stored, people, sees, clock.now());
    }),
    handle(pageHistory, (scope, input) => historyPage(scope, input, { jira, charters })),
    handle(
      requestAgreement,
      async (scope, { seen: revision, providerAccountId: person = '', teamId, ...terms }) => {
        const taker =
          teamId === undefined
            ? null
            : await takerOfTeam(
                teamId,
                {
                  asking: [scope.accountId, scope.stored.charter.dri?.accountId],
                  policy: scope.policy,
                  now: clock.now(),
                },
                jira,
              );
        const asked = {
          ...terms,
          providerAccountId: taker?.providerAccountId ?? person,
          ...(taker && { team: taker.team }),
        };
        const knowing = taker ? { ...scope, people: { ...scope.people, ...taker.people } } : scope;
        const { providerIssueKey: named } = asked;
        const issue =
          named === undefined
            ? await matchBlocker(scope, asked.providerAccountId, jira)
            : await providerIssue(scope, named, jira);
        const command: CharterCommand = {
          type: 'request-agreement',
          ...asked,
          ...(issue && { providerIssueKey: issue.issueKey }),
          ...(issue !== undefined && { providerIssueId: issue?.issueId ?? null }),
        };
        return giveCommand(requestAgreement, { scope: knowing, command, revision }, ports);
      },
      ({ providerAccountId }) => (providerAccountId === undefined ? [] : [providerAccountId]),
    ),
    handle(linkAgreement, async (scope, { seen: revision, ...asked }) => {
      const issue = await providerIssue(scope, asked.providerIssueKey, jira);
      const command: CharterCommand = {
        type: 'link-agreement',
        ...asked,
        ...(issue && { providerIssueKey: issue.issueKey }),
        providerIssueId: issue?.issueId ?? null,
      };
      return giveCommand(linkAgreement, { scope, command, revision }, ports);
    }),
    handle(reachPerson, (scope, asked) => beforeAsking(withItem(scope), asked, ports)),
    handle(settleAgreement, async (scope, { seen: revision, ...asked }) => {
      const command = { type: 'settle-agreement', ...asked } as const;
      const { toIssueKey } = asked;
      const carried =
        asked.as === 'moved' && toIssueKey !== undefined
          ? await carryPromise(scope, { ...command, toIssueKey }, ports)
          : toIssueKey;
      const said = { ...command, ...(carried !== undefined && { toIssueKey: carried }) };
      return giveCommand(settleAgreement, { scope, command: said, revision }, ports);
    }),
    handle(sendReminder, (scope) => remind(withItem(scope), ports)),
    handle(askPaperOwner, (scope) => paperOwnerOfItem(scope, ports)),
  );
};
