import type { Frame } from 'playwright-core';
import type { Looking } from './browser';

/**
 * How wide a letter is on average, in em: as in a condensed face, and wider than in any that people read Jira in.
 * Whatever fonts a machine has, its letters are moved apart or together until they take this room.
 */
export const LETTERS = { narrow: 0.42, wide: 0.62 } as const;

/** Sets every text of the page and its frames in letters of one average width, in em, until it is set again. */
export async function setLetters({ page, settled }: Looking, width: number): Promise<void> {
  await Promise.all(page.frames().map((frame) => frame.evaluate(spaceOut, width)));
  await settled();
}

function spaceOut(width: number): void {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('Nothing to measure letters with.');
  const sample = 'The quick brown fox jumps over 13 lazy dogs, and waits for somebody';
  canvas.font = '100px sans-serif';
  const own = canvas.measureText(sample).width / 100 / sample.length;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: sans-serif !important; letter-spacing: ${width - own}em !important; }`);
  const isOurs = ({ cssRules }: CSSStyleSheet): boolean => cssRules[0]?.cssText.startsWith('* {') ?? false;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => !isOurs(other)), sheet];
}

/** What does not fit: documents wider than their window, and whatever the app shows beyond its box or cuts off. */
export async function misfits({ page }: Looking): Promise<readonly string[]> {
  const found = await Promise.all(page.frames().map(misfitsIn));
  return found.flat();
}

const misfitsIn = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found =
      scrollWidth > clientWidth ? [`${location.pathname} is ${scrollWidth - clientWidth} px too wide`] : [];
    if (!location.pathname.startsWith('/sandbox/app/')) return found;
    const isHeardOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== 'none' || isHeardOnly(element.parentElement));
    for (const element of document.querySelectorAll<HTMLElement>('.hf-page, .hf-page *')) {
      const { display, overflowX, textOverflow } = getComputedStyle(element);
      const beyond = element.scrollWidth - element.clientWidth;
      // Half a pixel of rounding at either side.
      if (beyond <= 1 || element.clientWidth === 0 || display === 'inline') continue;
      const isCut = overflowX === 'hidden' && textOverflow === 'ellipsis';
      if ((overflowX !== 'visible' && !isCut) || isHeardOnly(element)) continue;
      const name = `${element.localName}.${element.className.split(' ').join('.')}`;
      found.push(
        `${name} ${isCut ? 'cuts off' : 'stands out'} ${beyond} px: ${element.innerText.slice(0, 60)}`,
      );
    }
    return found;
  });
