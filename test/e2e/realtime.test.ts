import type { Frame } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

const site = useSite();
const browser = useBrowser(site);

/** The bridge as the app's page has it, and what this test writes down. */
declare global {
  interface Window {
    readonly __bridge: { callBridge(command: string, data: unknown): Promise<unknown> };
    heard?: unknown[];
  }
}

const CHANNEL = 'test';

const listen = (frame: Frame): Promise<void> =>
  frame.evaluate(async (channelName) => {
    window.heard = [];
    const onEvent = (payload: unknown) => window.heard?.push(payload);
    await window.__bridge.callBridge('subscribeRealtimeChannel', { channelName, onEvent });
  }, CHANNEL);

const say = (frame: Frame, eventPayload: string): Promise<unknown> =>
  frame.evaluate(
    ([channelName, payload]) =>
      window.__bridge.callBridge('publishRealtimeChannel', { channelName, eventPayload: payload }),
    [CHANNEL, eventPayload],
  );

const heard = (frame: Frame, count: number): Promise<unknown> =>
  frame
    .waitForFunction((wanted) => (window.heard?.length ?? 0) >= wanted && window.heard, count)
    .then((handle) => handle.jsonValue());

test('what one person’s panel publishes reaches the same panel of another person, without a reload', async () => {
  const open = async (as: string, key: string): Promise<Frame> => {
    const { page, go } = await browser.look({ as });
    await go(`/browse/${key}`);
    const panel = page.frames().find((frame) => frame !== page.mainFrame());
    if (panel === undefined) throw new Error(`No panel on ${key}`);
    await listen(panel);
    return panel;
  };
  const [mine, theirs, elsewhere] = [
    await open('u-coo', 'EXP-3'),
    await open('u-platform', 'EXP-3'),
    await open('u-cto', 'EXP-4'),
  ];
  await expect(say(theirs, 'acknowledged')).resolves.toMatchObject({ eventId: expect.any(String) });
  expect(await heard(mine, 1)).toEqual(['acknowledged']);
  await say(elsewhere, 'other');
  await say(mine, 'thanks');
  expect(await heard(theirs, 2)).toEqual(['acknowledged', 'thanks']);
  expect(await heard(elsewhere, 1)).toEqual(['other']);
});
