// Written by `npm run build` from texts/en/lozenge.json.
import type { Language, Tag, Value } from '../../../src/contract/texts/message';

export const texts = {
  "lozenge.owner": (v: { readonly b: Tag; readonly person: Value }) => [v.b(["Owner:"]), " ", v.person],
  "lozenge.nominee": (v: { readonly b: Tag; readonly person: Value }) => [v.b(["Nominated:"]), " ", v.person, ", who has not accepted yet"],
  "lozenge.next": "Next:",
  "lozenge.others": (v: { readonly count: number }, l: Language) => [...(l.plural(v.count) === "one" ? ["One more thing stands in the panel."] : [l.number(v.count), " more things stand in the panel."])],
  "lozenge.inOrder": "Nothing is open here.",
  "lozenge.above": (v: { readonly mode: string; readonly above: Value }) => [...(v.mode === "enforce" ? ["Waits for ", v.above, ": it can’t start before that one may."] : [v.above, " above it is not ready to start. Nothing is stopped for that."])],
  "lozenge.aboveReady": (v: { readonly above: Value }) => [v.above, " above it may start, so this may."],
  "lozenge.notKnown": "Holdfast may not see this item in Jira, so it cannot say how it stands. An administrator gives the app’s role Browse projects. What is promised here stays.",
  "lozenge.notRead": "Jira did not say just now who of the people named here is still there, so Holdfast cannot say how it stands. What is promised here stays.",
  "lozenge.free": (v: { readonly type: Value }) => [v.type, " work items are not under this project’s policy: nothing is asked before it moves. What is promised here still counts."],
  "lozenge.checkIn": (v: { readonly date: Value }) => ["The next check-in is due ", v.date, "."],
  "lozenge.checkInDue": (v: { readonly date: Value }) => ["The check-in was due ", v.date, "."],
  "lozenge.panel": "Open the Agreements panel",
};
