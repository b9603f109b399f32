import { createEndpoint } from '../rpc/endpoint';
import { HANDSHAKE, RESIZE, THEME_CHANGED } from '../rpc/handshake';
import type { ColorMode } from './context';

/** Answers one bridge command of the frame. */
export type Command = (data: unknown) => unknown;
export type Commands = Readonly<Record<string, Command>>;
/** Finds the answer to a command; undefined for commands that are not implemented. */
export type FindCommand = (name: string) => Command | undefined;

/** Looks a command up in tables, the first one that has it wins. */
export const findIn =
  (tables: () => readonly (Commands | undefined)[]): FindCommand =>
  (name) =>
    tables()
      .filter((table) => table !== undefined && Object.hasOwn(table, name))
      .map((table) => table?.[name])[0];

export interface FrameHost {
  /** Tells the frame about another theme, if it asked for theming. */
  setColorMode(colorMode: ColorMode): void;
  /** Whether the app's page has loaded the bridge. */
  connected(): boolean;
  disconnect(): void;
}

/** Finds the answer to a command or says plainly that there is none. */
export const answerCommand = (find: FindCommand, command: string, data: unknown): unknown => {
  const handler = find(command);
  if (handler === undefined) {
    throw new Error(`The Jira stand-in does not implement the bridge command "${command}" on this page.`);
  }
  return handler(data);
};

const heightOf = (data: unknown): number | undefined =>
  typeof data === 'object' && data !== null && 'height' in data && typeof data.height === 'number'
    ? data.height
    : undefined;

/**
 * Waits for the bridge inside `frame` and answers its commands. A frame that loads again (or navigates) connects
 * anew; only messages from that very frame and this origin are heard.
 */
export const hostFrame = (
  frame: HTMLIFrameElement,
  options: {
    readonly find: FindCommand;
    readonly colorMode: ColorMode;
    onHeight(height: number): void;
    onConnect?(): void;
  },
): FrameHost => {
  let endpoint: ReturnType<typeof createEndpoint> | undefined;
  let colorMode = options.colorMode;
  let themed = false;

  const theme = () => ({ colorMode, surface: frame.closest('dialog') === null ? 'default' : 'overlay' });

  const handle = (command: string, data: unknown): unknown => {
    if (command === RESIZE) {
      const height = heightOf(data);
      if (height !== undefined) options.onHeight(height);
      return undefined;
    }
    if (command === 'enableTheming') {
      themed = true;
      return theme();
    }
    return answerCommand(options.find, command, data);
  };

  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    const { data } = event;
    const port = event.ports[0];
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== HANDSHAKE || !port)
      return;
    endpoint?.close();
    themed = false;
    endpoint = createEndpoint(port, handle);
    options.onConnect?.();
  };
  window.addEventListener('message', onMessage);

  return {
    setColorMode: (next) => {
      colorMode = next;
      if (themed) void endpoint?.call(THEME_CHANGED, theme());
    },
    connected: () => endpoint !== undefined,
    disconnect: () => {
      window.removeEventListener('message', onMessage);
      endpoint?.close();
    },
  };
};
