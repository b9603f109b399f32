// Written by `npm run build` from texts/en/steps.json.
import type { Language, Value } from '../../../src/contract/texts/message';

export const texts = {
  "steps.title": "Four steps to a policy that holds",
  "steps.body": "Nothing is decided here yet. Each step is a part of this page; nothing is saved before you save it.",
  "steps.choose": "Choose the few that must hold.",
  "steps.chosen": (v: { readonly types: Value; readonly chosen: number; readonly all: number }, l: Language) => [v.types, ": ", l.number(v.chosen), " of ", l.number(v.all), " open items."],
  "steps.counting": "Counting the open items…",
  "steps.uncounted": "Jira did not count the open items just now.",
  "steps.chooseGo": "Choose types",
  "steps.rules": "Choose what must be true at Start and at Finish.",
  "steps.rulesNow": (v: { readonly start: number; readonly finish: number }, l: Language) => [l.number(v.start), " conditions block at Start, ", l.number(v.finish), " at Finish."],
  "steps.rulesGo": "Choose conditions",
  "steps.observe": "Observe for two weeks.",
  "steps.observeHelp": "Nothing is stopped; every move it would have refused is recorded. The backtest shows the same for your own past.",
  "steps.observeSet": "Set mode to Observe",
  "steps.observeIs": "Observe is chosen.",
  "steps.backtest": "Open the backtest",
  "steps.enforce": "Switch to Enforce.",
  "steps.enforceHelp": "Come back to this page then. Before you save, it lists what would be blocked that day.",
  "steps.enforceSet": "Set mode to Enforce",
  "steps.observingTitle": "Nothing is stopped yet",
  "steps.observingBody": "This policy observes. After two weeks or so, see what it would have refused, and switch when that is what you want.",
  "steps.previewSite": "On the site’s page Holdfast does not look at open items: projects that follow the site may be hundreds, and each would be read in full. A project’s own policy page shows it for that project: choose “Decide for this project” there, and nothing is saved.",
};
