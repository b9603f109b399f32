import type { CharterAnswer } from '../../../../../src/contract/answers';
import { namesFrom } from '../../../../../src/contract/wording/names';
import type { PanelContextValue } from '../../../../../static/panel/panel-context';

/** The panel as it stands with an answer, before anything is done in it. */
export const panelOf = (answer: CharterAnswer): PanelContextValue => ({
  answer,
  checkpoint: 'start',
  setCheckpoint: () => undefined,
  nameOf: namesFrom(answer.people),
  form: null,
  open: () => undefined,
  close: () => undefined,
  send: () => Promise.resolve(null),
  act: () => Promise.resolve(),
  reload: () => undefined,
  problemIn: () => null,
  draft: (form) => form,
});
