import { useState } from 'react';
import { Dialog } from './Dialog';
import { CheckIcon, MoonIcon, SunIcon } from './icons';
import { notifyFailure, reloadWith } from './live';
import { Popover } from './Popover';
import { resetSandbox } from './sandbox';
import { chooseTheme, useColorMode, useTheme, type Theme } from './session';
import { Button } from './ui';
import { useWorld } from './world';

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'Match the system'],
];

/** The theme, and the way back to the start. */
export const PreferencesMenu = () => {
  const theme = useTheme();
  const dark = useColorMode() === 'dark';
  const { client, state } = useWorld();
  const [asking, setAsking] = useState(false);
  const reset = () =>
    resetSandbox(client, state.seed)
      .then(() => reloadWith('Everything is as it was at the start', undefined, '/'))
      .catch((error: unknown) => notifyFailure('Nothing was reset', error));
  return (
    <>
      <Popover
        title="Appearance and data"
        align="end"
        className="button button-subtle button-square"
        name="Appearance and data"
        label={dark ? <MoonIcon /> : <SunIcon />}
      >
        {(close) => (
          <>
            <p className="popover-title">Theme</p>
            <ul className="menu">
              {THEMES.map(([value, words]) => (
                <li key={value}>
                  <button
                    type="button"
                    className="menu-item"
                    aria-pressed={theme === value}
                    onClick={() => chooseTheme(value)}
                  >
                    <span className="menu-text">{words}</span>
                    {theme === value && <CheckIcon />}
                  </button>
                </li>
              ))}
            </ul>
            <p className="popover-title">Data</p>
            <ul className="menu">
              <li>
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    setAsking(true);
                  }}
                >
                  <span className="menu-text">Start over…</span>
                </button>
              </li>
            </ul>
          </>
        )}
      </Popover>
      {asking && (
        <Dialog
          title="Start over?"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button look="subtle" onClick={() => setAsking(false)}>
                Cancel
              </Button>
              <Button look="danger" onClick={() => void reset()}>
                Reset
              </Button>
            </>
          }
        >
          <p>
            Projects, work items, what the app stored and the clock go back to where they began. Nothing is
            kept.
          </p>
        </Dialog>
      )}
    </>
  );
};
