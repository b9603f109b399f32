import { csvOf } from '../../../../../static/report/items/export-csv';
import type { Translate } from '../../../../../static/ui/text';
import { row } from '../rows/rows';

const t = ((id: string) => id.replace('report.', '')) as Translate;

test('one line per row, in the order given, with words for the lights and every finding', () => {
  const text = csvOf(
    [
      row({
        key: 'EXP-2',
        summary: '=cmd()',
        dri: { accountId: 'u-coo', status: 'nominated' },
        noes: ['owner'],
        blocks: ['owner.not-accepted'],
        warns: ['agreement.overdue'],
        agreements: { open: 1, acknowledged: 0, nextNeededBy: '2026-12-04' },
      }),
      row({ key: 'EXP-1', components: ['API', 'Web'], fixVersions: ['2.1'], reviewOn: '2027-01-15' }),
      row({ key: 'EXP-3', waives: ['owner.missing', 'dependencies.undeclared'], bypasses: 2 }),
      row({ key: 'EXP-4', hidden: true }),
    ],
    t,
  );
  const [head, ...lines] = text.split('\r\n');
  expect(head).toMatch(/^columnKey,columnSummary,columnType,/);
  expect(lines).toEqual([
    'EXP-2,\'=cmd(),Epic,To Do,Zoë Okonkwo,no,no,yes,yes,2026-12-04,"What of owner.not-accepted. Next of owner.not-accepted.\nWhat of agreement.overdue. Next of agreement.overdue.",,,0,,,agreementsOf,,',
    'EXP-1,Summary of EXP-1,Epic,To Do,,,yes,yes,yes,,,,,0,"API, Web",2.1,,2027-01-15,',
    'EXP-3,Summary of EXP-3,Epic,To Do,,,yes,yes,yes,,,"What of owner.missing.\nWhat of dependencies.undeclared.",2026-12-04T22:59:59.999Z,2,,,,,',
    'EXP-4,Summary of EXP-4,Epic,To Do,,,notKnown,notKnown,notKnown,,notKnown,,,0,,,,,',
    '',
  ]);
});
