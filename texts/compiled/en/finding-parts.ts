// Written by `npm run build` from texts/en/finding-parts.json.
import type { Value } from '../../../src/contract/texts/message';

export const texts = {
  "panel.there": " in the Agreements panel",
  "panel.alsoThere": ", in the Agreements panel",
  "number.head": (v: { readonly n: number }) => [(v.n === 0 ? "No" : v.n === 1 ? "One" : v.n === 2 ? "Two" : v.n === 3 ? "Three" : v.n === 4 ? "Four" : v.n === 5 ? "Five" : v.n === 6 ? "Six" : v.n === 7 ? "Seven" : v.n === 8 ? "Eight" : v.n === 9 ? "Nine" : v.n)],
  "above.found": (v: { readonly issueKey: Value; readonly rule: Value }) => [v.issueKey, " above this can’t start: ", v.rule, "."],
  "above.next": (v: { readonly issueKey: Value }) => ["Whoever may see ", v.issueKey, " can settle it in its Agreements panel."],
  "above.line": (v: { readonly issueKey: Value; readonly rule: Value }) => [v.issueKey, ": ", v.rule, "."],
};
