import {
  endAway as end,
  getAway as awayOf,
  listAway as absences,
  saveAwaySettings as settings,
  setAway as set,
} from '../../app/away/away';
import { handOn as hand, listLeaving as leaving } from '../../app/person/leaving';
import { listTeams as teams, removeTeam as remove, saveTeams as save } from '../../app/team/teams';
import { endAway } from '../../contract/calls/away/end';
import { getAway } from '../../contract/calls/away/get';
import { listAway } from '../../contract/calls/away/list';
import { setAway } from '../../contract/calls/away/set';
import { saveAwaySettings } from '../../contract/calls/away/settings';
import { handOn } from '../../contract/calls/person/hand-on';
import { listLeaving } from '../../contract/calls/person/leaving';
import { listTeams } from '../../contract/calls/team/list';
import { removeTeam } from '../../contract/calls/team/remove';
import { saveTeams } from '../../contract/calls/team/save';
import { handle, merge, type CallPorts } from '../handle';

/** The calls about people's time: teams, absences, and what somebody who leaves hands on. */
export const peopleHandlers = (ports: CallPorts) =>
  merge(
    handle(listTeams, () => teams(ports)),
    handle(saveTeams, (_scope, input) => save(input, ports)),
    handle(removeTeam, (_scope, { teamId }) => remove(teamId, ports)),
    handle(getAway, ({ accountId }) => awayOf(accountId, ports)),
    handle(setAway, ({ accountId }, input) => set(accountId, input, ports)),
    handle(endAway, ({ accountId: me }, { accountId = me }) => end(me, accountId, ports)),
    handle(listAway, () => absences(ports)),
    handle(saveAwaySettings, (_scope, input) => settings(input, ports)),
    handle(listLeaving, (_scope, { accountId }) => leaving(accountId, ports)),
    handle(handOn, ({ accountId: by }, input) => hand({ by, ...input }, ports)),
  );
