import type { Side } from '../../src/domain/team/side';
import type { Translate } from '../ui/text';

/** How one side of a handoff is spoken of where its name stands alone: in a heading, a cell or a box. */
export const sideLabel = (side: Side, t: Translate): string =>
  'teamId' in side ? side.name : 'projectKey' in side ? side.projectKey : t('report.noTeam');
