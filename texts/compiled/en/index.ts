// Written by `npm run build`.
import type { texts as backtest } from './backtest';
import type { texts as calendar } from './calendar';
import type { texts as clocks } from './clocks';
import type { texts as commitments } from './commitments';
import type { texts as common } from './common';
import type { texts as decisions } from './decisions';
import type { texts as dependencies } from './dependencies';
import type { texts as drift } from './drift';
import type { texts as findingParts } from './finding-parts';
import type { texts as findings } from './findings';
import type { texts as follow } from './follow';
import type { texts as forms } from './forms';
import type { texts as gadget } from './gadget';
import type { texts as handoffs } from './handoffs';
import type { texts as held } from './held';
import type { texts as indicators } from './indicators';
import type { texts as insights } from './insights';
import type { texts as lozenge } from './lozenge';
import type { texts as lozengeLabels } from './lozenge-labels';
import type { texts as moves } from './moves';
import type { texts as names } from './names';
import type { texts as notices } from './notices';
import type { texts as panel } from './panel';
import type { texts as people } from './people';
import type { texts as policyChanges } from './policy-changes';
import type { texts as portfolio } from './portfolio';
import type { texts as promises } from './promises';
import type { texts as readiness } from './readiness';
import type { texts as refusals } from './refusals';
import type { texts as rejections } from './rejections';
import type { texts as report } from './report';
import type { texts as reportTools } from './report-tools';
import type { texts as ruleDemands } from './rule-demands';
import type { texts as ruleNames } from './rule-names';
import type { texts as ruleReasons } from './rule-reasons';
import type { texts as ruleSentences } from './rule-sentences';
import type { texts as settings } from './settings';
import type { texts as setup } from './setup';
import type { texts as sheet } from './sheet';
import type { texts as siteCheck } from './site-check';
import type { texts as steps } from './steps';

/** Every message of the catalogue. */
export type Texts = typeof backtest &
  typeof calendar &
  typeof clocks &
  typeof commitments &
  typeof common &
  typeof decisions &
  typeof dependencies &
  typeof drift &
  typeof findingParts &
  typeof findings &
  typeof follow &
  typeof forms &
  typeof gadget &
  typeof handoffs &
  typeof held &
  typeof indicators &
  typeof insights &
  typeof lozenge &
  typeof lozengeLabels &
  typeof moves &
  typeof names &
  typeof notices &
  typeof panel &
  typeof people &
  typeof policyChanges &
  typeof portfolio &
  typeof promises &
  typeof readiness &
  typeof refusals &
  typeof rejections &
  typeof report &
  typeof reportTools &
  typeof ruleDemands &
  typeof ruleNames &
  typeof ruleReasons &
  typeof ruleSentences &
  typeof settings &
  typeof setup &
  typeof sheet &
  typeof siteCheck &
  typeof steps;
