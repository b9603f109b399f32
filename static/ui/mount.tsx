import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { view } from '@forge/bridge';
import '@atlaskit/css-reset';
import './ui.css';
import { AnnouncerProvider } from './announcer';
import { Defect } from './call-problem';
import { ErrorBoundary } from './error-boundary';
import type { Messages } from '../../src/contract/texts/message';
import { isLapsed, noteLicence } from './licence';
import { LapsedNotice } from './lapsed-notice';
import { addTexts, loadLanguage } from './locale';
import { SurroundingsProvider, surroundingsFrom } from './surroundings';
import { TextsProvider } from './text';

interface Page {
  /** What stands in the frame until Jira has said who is looking, and where. No texts exist yet. */
  readonly skeleton: ReactNode;
  readonly render: () => ReactNode;
  /** Texts that not every page needs. */
  readonly texts?: readonly Messages[];
}

/** Starts a page: Jira's theme, the reader's language, zone and place, a net under it all. */
export async function mount({ skeleton, render, texts = [] }: Page): Promise<void> {
  texts.forEach(addTexts);
  const element = document.getElementById('root');
  if (!element) return;
  const root = createRoot(element);
  root.render(<div className="hf-page">{skeleton}</div>);
  // A page in the wrong colours is still a page: a theme that fails keeps nothing from showing.
  const themed = view.theme.enable().catch(() => undefined);
  const context = await view.getContext().catch(() => undefined);
  noteLicence(context);
  const [language] = await Promise.all([loadLanguage(context?.locale), themed]);
  document.documentElement.lang = language.textLanguage;
  root.render(
    <TextsProvider language={language}>
      <SurroundingsProvider value={surroundingsFrom(context, language.locale)}>
        <AnnouncerProvider>
          {/* No landmarks of our own: the frame stands inside Jira's page, which has them. */}
          <div className="hf-page">
            {isLapsed() && <LapsedNotice />}
            <ErrorBoundary fallback={<Defect />}>{render()}</ErrorBoundary>
          </div>
        </AnnouncerProvider>
      </SurroundingsProvider>
    </TextsProvider>,
  );
}
