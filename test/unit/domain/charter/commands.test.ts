import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, EVENTS } from '../../../../src/domain/charter/commands';
import { namedIn, peopleInHistory } from '../../../../src/domain/charter/people';
import { BEFORE } from '../../../support/charter-spec';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const CHARTER = 'src/domain/charter';

/** Files of a folder and of the folders in it. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));

test('every command and every event is defined once', () => {
  const types = COMMANDS.map(({ type }) => type);
  const events = EVENTS.map(({ event }) => event);
  expect(new Set(types).size).toBe(types.length);
  expect(new Set(events).size).toBe(events.length);
});

test('every command that is defined is in the list', () => {
  const defined = filesIn(CHARTER)
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.includes(' = defineCommand<'));
  expect(defined).toHaveLength(COMMANDS.length);
});

test('a command’s people are found wherever it names them', () => {
  expect(
    namedIn({
      type: 'submit-check-in',
      onTrack: true,
      biggestRisk: 'The vendor is slow',
      needs: [
        { accountId: COO, what: 'A date' },
        { accountId: OPS, what: 'A word' },
      ],
    }),
  ).toEqual([COO, OPS]);
  expect(namedIn({ type: 'decline-dri', reason: 'No time' })).toEqual([]);
});

test('a history names who acted and whom they named, each once, and leaves Holdfast out', () => {
  expect(
    peopleInHistory([
      { type: 'authority-granted', at: BEFORE, by: CTO, grantedTo: COO, decisions: 'Scope' },
      {
        type: 'passage-recorded',
        at: BEFORE,
        by: 'holdfast',
        passage: { at: BEFORE, checkpoint: 'start', reason: 'bypass', rules: [], movedBy: PLATFORM },
      },
      { type: 'gap-raised', at: BEFORE, by: COO, gapId: 'G1', what: 'Nobody tests the import' },
    ]),
  ).toEqual([CTO, COO, PLATFORM]);
});
