import { view } from '@forge/bridge';
import { openAddress } from '../../../../static/ui/address';

jest.mock('@forge/bridge', () => ({ view: { createHistory: jest.fn() } }));
const createHistory = view.createHistory as jest.Mock;

type Listener = (location: { search: string }, action: string) => void;

/** Jira's side of `view.createHistory()`. */
function jiraHistory(search: string) {
  const listeners = new Set<Listener>();
  return {
    location: { pathname: '/', search },
    replace: jest.fn((to: { search: string }) => listeners.forEach((hear) => hear(to, 'REPLACE'))),
    push: jest.fn((to: { search: string }) => listeners.forEach((hear) => hear(to, 'PUSH'))),
    listen: (hear: Listener) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    back: (to: string) => listeners.forEach((hear) => hear({ search: to }, 'POP')),
  };
}

describe('the address of Jira’s page', () => {
  test('is read, and written beside the app’s own path', async () => {
    const history = jiraHistory('?test=at-risk');
    createHistory.mockResolvedValue(history);
    const address = await openAddress();
    expect(address.read()).toBe('?test=at-risk');
    address.write('q=portal');
    address.write('');
    expect(history.replace.mock.calls).toEqual([
      [{ pathname: '/', search: '?q=portal' }],
      [{ pathname: '/', search: '' }],
    ]);
    expect(address.read()).toBe('');
  });

  test('gets a step of its own where the way back should lead', async () => {
    const history = jiraHistory('');
    createHistory.mockResolvedValue(history);
    const address = await openAddress();
    address.push('tab=indicators');
    expect(history.push.mock.calls).toEqual([[{ pathname: '/', search: '?tab=indicators' }]]);
    expect(history.replace).not.toHaveBeenCalled();
    expect(address.read()).toBe('tab=indicators');
  });

  test('tells the reader’s own steps, not what the page wrote', async () => {
    const history = jiraHistory('');
    createHistory.mockResolvedValue(history);
    const address = await openAddress();
    const moved = jest.fn();
    const stop = address.onMove(moved);
    address.write('q=portal');
    expect(moved).not.toHaveBeenCalled();
    history.back('?q=before');
    expect(moved).toHaveBeenCalledTimes(1);
    expect(address.read()).toBe('?q=before');
    stop();
    history.back('');
    expect(moved).toHaveBeenCalledTimes(1);
  });
});

test('a host without history leaves the view to the frame’s own address', async () => {
  createHistory.mockRejectedValue(new Error('not here'));
  const replaceState = jest.fn();
  Object.assign(globalThis, { window: { location: { hash: '#q=portal' }, history: { replaceState } } });
  const address = await openAddress();
  expect(address.read()).toBe('q=portal');
  address.write('q=other');
  expect(replaceState).toHaveBeenCalledWith(null, '', '#q=other');
  Reflect.deleteProperty(globalThis, 'window');
});
