import type { Frame } from 'playwright-core';
import type { Looking } from '../../support/browser';

/** Visible text and accessibility tree of the page and of each frame in it, in the page's order. */
export async function readScreen({ page }: Looking): Promise<string> {
  const parts: string[] = [];
  for (const frame of page.frames()) parts.push(await readFrame(frame));
  return withoutPort(parts.join('\n'));
}

/** Each recording has a port of its own, which no user would notice. */
export const withoutPort = (text: string): string => text.replace(/http:\/\/localhost:\d+/g, 'http://site');

/** The same of one frame. */
async function readFrame(frame: Frame): Promise<string> {
  const body = frame.locator('body');
  const title = frame.parentFrame() === null ? 'page' : await titleOf(frame);
  return `--- ${title}: text\n${await body.innerText()}\n--- ${title}: tree\n${await body.ariaSnapshot()}`;
}

async function titleOf(frame: Frame): Promise<string> {
  const element = await frame.frameElement();
  return (await element.getAttribute('title')) ?? 'frame';
}
