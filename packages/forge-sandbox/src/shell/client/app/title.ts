import { useEffect } from 'react';

/** Sets the window's title while the page is shown. */
export const useTitle = (title: string): void =>
  useEffect(() => {
    document.title = `${title} - Jira stand-in`;
  }, [title]);
