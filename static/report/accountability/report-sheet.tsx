import { Sheet } from '../sheet/sheet';
import { useSurroundings } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { sheetOfReport, type ReportKnown } from './sheet-content';

/** The report as one page for a meeting. */
export function ReportSheet({
  onBack,
  ...known
}: Omit<ReportKnown, 'locale' | 'timeZone'> & { onBack: () => void }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  return (
    <Sheet
      content={sheetOfReport({ ...known, locale, timeZone }, t)}
      name={`${known.projectKey}-accountability`}
      onBack={onBack}
    />
  );
}
