import { texts } from '../../../texts/compiled/en/indicators';
import type { IndicatorId } from '../../domain/report/indicators/indicators';

/** An indicator by name, and what exactly is counted. */
export interface IndicatorWords {
  readonly name: string;
  readonly definition: string;
}

/** What an indicator is called. Weeks are ISO weeks in UTC, from Monday to Sunday. */
export const indicatorWords = (indicator: IndicatorId): IndicatorWords => ({
  name: texts[`indicatorName.${indicator}`],
  definition: texts[`indicatorMeaning.${indicator}`],
});
