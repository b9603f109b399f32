import type { PortfolioScope } from '../../src/contract/portfolio';
import { Sheet } from '../report/sheet/sheet';
import { useNow, useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import { hasWork, type Loaded } from './model/load';
import { sheetOfPortfolio } from './sheet-content';
import { scopeText } from './words';

/** The portfolio as one page for a meeting. */
export function PortfolioSheet({
  loaded,
  scope,
  onBack,
}: {
  loaded: Loaded;
  scope: PortfolioScope;
  onBack: () => void;
}) {
  const t = useText();
  const now = useNow();
  const { locale, timeZone } = useSurroundings();
  const content = sheetOfPortfolio(
    {
      lines: loaded.lines.filter(hasWork),
      isDone: loaded.state.kind === 'done',
      now,
      scope: scopeText(scope, loaded.lines, t),
      locale,
      timeZone,
    },
    t,
  );
  return <Sheet content={content} name="portfolio-accountability" onBack={onBack} />;
}
