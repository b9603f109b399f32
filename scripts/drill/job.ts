import type { Drill } from './kind';

const job = `import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Reads one page of charters, so that a slow storage is noticed before somebody waits for it. */
export interface ReadAheadJob {
  readonly kind: 'read-ahead';
  readonly cursor?: string | undefined;
}

export const readAhead = defineJob<ReadAheadJob>({
  kind: 'read-ahead',
  paged: false,
  read: ({ cursor }) => ({ kind: 'read-ahead', cursor: textIn(cursor) }),
  async run({ cursor }, { charters }) {
    await charters.find({ everywhere: true }, cursor);
  },
});
`;

const test = `import { definitionOf, readJob } from '../../../../src/app/jobs';

it('is read as it was queued, and is not one that goes on page by page', () => {
  const job = readJob({ kind: 'read-ahead', cursor: 'x' });
  expect(job).toEqual({ kind: 'read-ahead', cursor: 'x' });
  expect(job && definitionOf(job).paged).toBe(false);
});
`;

export const drill: Drill = {
  title: 'One more kind of job',
  ceilings: { all: 4, code: 2 },
  begin({ add, after }) {
    add('src/app/jobs/lifecycle/read-ahead.ts', job);
    const list = 'src/app/jobs/index.ts';
    after(
      list,
      "import { nominateAssignee } from './lifecycle/nominate-assignee';\n",
      "import { readAhead } from './lifecycle/read-ahead';\n",
    );
    after(list, '  nominateAssignee,\n', '  readAhead,\n');
    add('test/unit/app/jobs/read-ahead.test.ts', test);
  },
  finish({ after }) {
    after(
      'test/unit/app/jobs/read-job.test.ts',
      "  notify: [{ kind: 'notify' }],\n",
      "  'read-ahead': [{ kind: 'read-ahead' }, { kind: 'read-ahead', cursor: 'x' }],\n",
    );
  },
  refused: [
    {
      title: 'queueing a kind that no file defines',
      edit: ({ replace }) =>
        replace('src/entry/life-events.ts', "kind: 'access-review'", "kind: 'read-behind'"),
      file: 'src/entry/life-events.ts',
    },
  ],
  tests: ['test/unit/app/jobs', 'test/unit/architecture/scatter'],
};
