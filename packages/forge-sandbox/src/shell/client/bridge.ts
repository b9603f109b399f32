/**
 * The browser half of Forge's Custom UI bridge, loaded in the app's iframe before the app's own scripts.
 * `@forge/bridge` finds `window.__bridge` and calls everything through it.
 */
import { createEndpoint } from './rpc/endpoint';
import { HANDSHAKE, RESIZE, THEME_CHANGED } from './rpc/handshake';
import { watchHeight } from './frame/height';
import { applyTheme, enableTheming } from './frame/theming';

const embedded = window.parent !== window;

const connect = () => {
  const { port1, port2 } = new MessageChannel();
  const endpoint = createEndpoint(port1, (command, data) => {
    if (command === THEME_CHANGED) return applyTheme(data);
    throw new Error(`The bridge does not answer "${command}".`);
  });
  window.parent.postMessage({ type: HANDSHAKE }, window.location.origin, [port2]);
  watchHeight((height) => void endpoint.call(RESIZE, { height }));
  return endpoint;
};

const endpoint = embedded ? connect() : undefined;

const callBridge = async (command: string, data?: unknown): Promise<unknown> => {
  if (endpoint === undefined) throw new Error('This page only works inside the Jira stand-in.');
  if (command === 'enableTheming') return enableTheming(await endpoint.call(command));
  try {
    return await endpoint.call(command, data);
  } catch (error) {
    // eslint-disable-next-line no-console -- some SDK functions replace the reason by a general one
    console.warn(`Bridge command "${command}" was refused:`, error);
    throw error;
  }
};

Object.defineProperty(window, '__bridge', { value: { callBridge } });
