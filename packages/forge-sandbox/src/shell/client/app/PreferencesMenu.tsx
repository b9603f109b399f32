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

/** The theme, the way back to the start, and the other worlds. */
export const PreferencesMenu = () => {
  const theme = useTheme();
  const dark = useColorMode() === 'dark';
  const { client, state } = useWorld();
  const [asking, setAsking] = useState<string>();
  const reset = (seed: string) =>
    resetSandbox(client, seed)
      .then(() =>
        reloadWith(
          seed === state.seed ? 'Everything is as it was at the start' : `This is the world “${seed}”`,
          undefined,
          '/',
        ),
      )
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
                    setAsking(state.seed);
                  }}
                >
                  <span className="menu-text">Start over…</span>
                </button>
              </li>
              {state.seeds
                .filter((seed) => seed !== state.seed && seed !== 'empty')
                .map((seed) => (
                  <li key={seed}>
                    <button
                      type="button"
                      className="menu-item"
                      onClick={() => {
                        close();
                        setAsking(seed);
                      }}
                    >
                      <span className="menu-text">Load “{seed}”…</span>
                    </button>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Popover>
      {asking !== undefined && (
        <Dialog
          title={asking === state.seed ? 'Start over?' : `Load “${asking}”?`}
          onClose={() => setAsking(undefined)}
          footer={
            <>
              <Button look="subtle" onClick={() => setAsking(undefined)}>
                Cancel
              </Button>
              <Button look="danger" onClick={() => void reset(asking)}>
                {asking === state.seed ? 'Reset' : 'Load'}
              </Button>
            </>
          }
        >
          <p>
            {asking === state.seed
              ? 'Projects, work items, what the app stored and the clock go back to where they began. '
              : 'Another world takes the place of this one, with projects, people and a time of its own. '}
            Nothing is kept.
          </p>
        </Dialog>
      )}
    </>
  );
};
