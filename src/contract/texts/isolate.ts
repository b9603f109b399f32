/** Marks that turn round what follows them and end only when told to: their writer need not tell them. */
const OVERRIDES = /[\u202A-\u202E\u2066\u2067]/g;
const FIRST_STRONG = '\u2068';
const END = '\u2069';
/** Letters written from right to left, and the marks that stand for one. */
const TURNING =
  /[\u0590-\u08FF\u200E\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Without marks that reach beyond the text: what it opens it closes, and it closes nothing else. */
export function closed(text: string): string {
  const plain = text.replace(OVERRIDES, '');
  if (!plain.includes(FIRST_STRONG) && !plain.includes(END)) return plain;
  let open = 0;
  let told = '';
  for (const character of plain) {
    if (character === END && open === 0) continue;
    open += character === FIRST_STRONG ? 1 : character === END ? -1 : 0;
    told += character;
  }
  return told + END.repeat(open);
}

/** What of a text is in no isolate of its own. */
function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === FIRST_STRONG) depth += 1;
    else if (character === END) depth -= 1;
    else if (depth === 0) left += character;
  }
  return left;
}

/** Whether words may turn round the sentence they stand in. */
export const turns = (text: string): boolean => TURNING.test(outside(closed(text)));

/**
 * Words as they stand in a sentence of ours: isolated (FSI … PDI) where something in them is written from
 * right to left, so that they keep their order and the sentence keeps its own. Others stay as they are.
 */
export function isolated(text: string): string {
  const plain = closed(text);
  return turns(plain) ? `${FIRST_STRONG}${plain}${END}` : plain;
}
