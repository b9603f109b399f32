import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;
const Announcer = createContext<Announce>(() => undefined);

/** Says results aloud to screen readers without moving the focus. */
export const useAnnounce = (): Announce => useContext(Announcer);

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  const lines = useMemo(() => [0, 1].map((slot) => (said.turn % 2 === slot ? said.text : '')), [said]);
  return (
    <Announcer.Provider value={announce}>
      {children}
      {/* Two lines take turns, so that the same words twice are heard twice. */}
      <div className="hf-visually-hidden" role="status" aria-live="polite">
        <span>{lines[0]}</span>
        <span>{lines[1]}</span>
      </div>
    </Announcer.Provider>
  );
}
