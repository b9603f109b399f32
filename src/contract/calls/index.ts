import { runBacktest } from './backtest/run';
import { exportAuditLog } from './audit/export';
import { pageAuditLog } from './audit/page';
import { applyBrake } from './brake/apply';
import { liftBrake } from './brake/lift';
import { applySiteBrake } from './site-brake/apply';
import { liftSiteBrake } from './site-brake/lift';
import { reportExported } from './report/exported';
import { getCharter } from './charter/get';
import { answerCommitments } from './commitments/answer';
import { listCommitments } from './commitments/list';
import { listMail } from './commitments/mail';
import { pageHistory } from './history/page';
import { chooseNotices } from './notice/preferences';
import { askPaperOwner } from './owner/hands';
import { portfolioLoosening } from './portfolio/loosening';
import { pagePortfolio } from './portfolio/page';
import { reachPerson } from './person/reach';
import { followSitePolicy } from './policy/follow-site';
import { getPolicy } from './policy/get';
import { previewPolicy } from './policy/preview';
import { savePolicy } from './policy/save';
import { listPolicyVersions } from './policy/versions';
import { listDecisions } from './decision/list';
import { getGraph } from './graph/get';
import { chooseBehaviours } from './readiness/choose';
import { decideReadiness } from './readiness/decide';
import { getReadiness } from './readiness/get';
import { reinforceReadiness } from './readiness/reinforce';
import { startReadiness } from './readiness/start';
import { watchIndicators } from './readiness/watch';
import { actOnItems } from './report/act';
import { reportDrift } from './report/drift';
import { reportGadget } from './report/gadget';
import { reportHandoffs } from './report/handoffs';
import { reportPaperOwners } from './report/hands';
import { reportIndicators } from './report/indicators';
import { pageReport } from './report/page';
import { reportQuarter } from './report/quarter';
import { reportPast } from './report/past';
import { readRuleMode } from './rule/mode';
import { testRule } from './rule/test';
import { getSitePolicy } from './site-policy/get';
import { saveSitePolicy } from './site-policy/save';
import { listSitePolicyVersions } from './site-policy/versions';
import { markVital } from './vital/mark';
import { runSiteCheck } from './site-check/run';
import { endAway } from './away/end';
import { getAway } from './away/get';
import { listAway } from './away/list';
import { setAway } from './away/set';
import { saveAwaySettings } from './away/settings';
import { handOn } from './person/hand-on';
import { listLeaving } from './person/leaving';
import { listTeams } from './team/list';
import { removeTeam } from './team/remove';
import { saveTeams } from './team/save';
import { itemCalls } from './item-calls';

/** Every call there is, in the order of the permission table. Whatever else knows the calls by name is derived from this. */
export const calls = [
  getCharter,
  pageHistory,
  ...itemCalls,
  reachPerson,
  listCommitments,
  listMail,
  answerCommitments,
  chooseNotices,
  pagePortfolio,
  portfolioLoosening,
  pageReport,
  reportIndicators,
  reportDrift,
  reportPast,
  reportQuarter,
  reportPaperOwners,
  askPaperOwner,
  runBacktest,
  reportHandoffs,
  listDecisions,
  getGraph,
  actOnItems,
  markVital,
  reportExported,
  getPolicy,
  listPolicyVersions,
  savePolicy,
  followSitePolicy,
  previewPolicy,
  getSitePolicy,
  saveSitePolicy,
  listSitePolicyVersions,
  runSiteCheck,
  applyBrake,
  liftBrake,
  applySiteBrake,
  liftSiteBrake,
  pageAuditLog,
  exportAuditLog,
  getReadiness,
  startReadiness,
  chooseBehaviours,
  watchIndicators,
  reinforceReadiness,
  decideReadiness,
  reportGadget,
  testRule,
  readRuleMode,
  listTeams,
  saveTeams,
  removeTeam,
  getAway,
  setAway,
  endAway,
  listAway,
  saveAwaySettings,
  listLeaving,
  handOn,
] as const;

export type AnyCall = (typeof calls)[number];

interface Calls extends ByKey<AnyCall> {}
type ByKey<C extends { readonly key: string }> = { readonly [D in C as D['key']]: D };

export type CallKey = keyof Calls;
export type CallOf<K extends CallKey> = Calls[K];

export const callByKey = Object.fromEntries(calls.map((call) => [call.key, call])) as unknown as Calls;
