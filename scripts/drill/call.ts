import type { Drill } from './kind';

const KEY = 'history/count';

const call = `import * as z from 'zod/mini';
import { once } from '../../input-parts';
import { ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => z.strictObject({ ok, entries: z.int() });

/** How many entries the history has. */
export const countHistory = defineCall<typeof output>()({
  key: '${KEY}',
  input: once(() => z.strictObject({})),
  access: 'item',
  changes: false,
  may: onlookers,
});
`;

export const drill: Drill = {
  title: 'One more call that is no command',
  ceilings: { all: 5 },
  begin({ add, after }) {
    add('src/contract/calls/history/count.ts', call);
    const list = 'src/contract/calls/index.ts';
    after(
      list,
      "import { listCommitments } from './commitments/list';\n",
      "import { countHistory } from './history/count';\n",
    );
    after(list, '  pageHistory,\n', '  countHistory,\n');
    const handlers = 'src/entry/handlers/charter.ts';
    after(
      handlers,
      "import { getCharter } from '../../contract/calls/charter/get';\n",
      "import { countHistory } from '../../contract/calls/history/count';\n",
    );
    after(
      handlers,
      '    handle(pageHistory, (scope, input) => historyPage(scope, input, { jira, charters })),\n',
      `    handle(countHistory, async (scope) => {
      const { earlier, history } = withItem(scope).stored;
      return { ok: true, entries: earlier + history.length };
    }),\n`,
    );
  },
  finish({ after }) {
    after('test/support/payloads.ts', "  'history/page': {},\n", `  '${KEY}': {},\n`);
    after(
      'test/sandbox/permissions/scenes.ts',
      "  'history/page': scene(requested),\n",
      `  '${KEY}': scene(requested),\n`,
    );
  },
  refused: [
    {
      title: 'a call that does not say whether it changes anything',
      edit: ({ replace }) => replace('src/contract/calls/history/count.ts', '  changes: false,\n', ''),
      file: 'src/contract/calls/',
    },
    {
      title: 'a call that nothing handles',
      edit: ({ replace }) =>
        replace('src/entry/handlers/charter.ts', 'handle(countHistory,', 'handle(pageHistory,'),
      file: 'src/entry/',
    },
  ],
  tests: [
    'test/unit/contract/inputs',
    'test/unit/entry/dispatch',
    'test/unit/entry/licence',
    'test/unit/architecture/scatter',
  ],
};
