import { AbsencesPart } from './absences-part';
import { LeavingPart } from './leaving-part';
import { TeamsPart } from './teams-part';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import './people.css';

/** Teams, absences, and what somebody who leaves hands on. */
export const SitePeople = () => (
  <div className="hf-policy">
    <Stack space="space.400">
      <TeamsPart />
      <AbsencesPart />
      <LeavingPart />
    </Stack>
  </div>
);
