import { Unavailable } from '../../../../src/platform/unavailable';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { call, from } from '../../../support/calling';
import { policyWith } from '../../../support/gate';
import { projectIdOf } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { OPS } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const EXP = projectIdOf('EXP');
const saved = (mode: Policy['mode']): Policy => policyWith('block', {}, { mode, version: 1 });

/** The editor of a workflow stands on no work item and names no project key. */
const asked = (here: World, input: object = {}) =>
  call(here, 'rule/mode', input, from(OPS, { issueKey: undefined, projectKey: undefined }));

const refusedWith = (code: string) => ({ ok: false, error: { code } });

function writtenNothing({ charters, followUps, policies }: World): void {
  expect(charters.calls).toEqual({});
  expect(followUps.pushed).toEqual([]);
  expect(policies.saved.size).toBe(0);
}

describe('the mode of a workflow that belongs to one project', () => {
  it.each(['observe', 'coach', 'enforce'] as const)('is that project’s: %s', async (mode) => {
    const here = world();
    here.jira.rights = { browse: true, administer: true };
    here.charters.setPolicy('EXP', saved(mode), EXP);
    here.charters.setPolicy('PLAT', saved('coach'));
    expect(await asked(here, { projectId: EXP })).toEqual({ ok: true, mode });
    writtenNothing(here);
  });

  it('is what stands above, where another project left its policy under the key', async () => {
    const here = world();
    here.jira.rights = { browse: true, administer: true };
    here.charters.setPolicy('site', saved('coach'));
    here.charters.setPolicy('EXP', saved('observe'), 'another project’s id');
    expect(await asked(here, { projectId: EXP })).toEqual({ ok: true, mode: 'coach' });
  });

  it('is told to whoever administers Jira, too', async () => {
    const here = world();
    here.jira.siteAdmin = true;
    expect(await asked(here, { projectId: EXP })).toEqual({ ok: true, mode: enforcing.mode });
  });

  it('is not told to whoever may only browse it, and a hidden project is none', async () => {
    const here = world();
    expect(await asked(here, { projectId: EXP })).toMatchObject(refusedWith('not-allowed'));
    here.jira.siteAdmin = true;
    here.jira.rights = { browse: false, administer: false };
    const hidden = await asked(here, { projectId: EXP });
    expect(hidden).toMatchObject(refusedWith('not-found'));
    expect(await asked(here, { projectId: '404' })).toEqual(hidden);
    writtenNothing(here);
  });
});

describe('the mode of a workflow that projects share', () => {
  const administered = (): World => {
    const here = world();
    here.jira.siteAdmin = true;
    return here;
  };

  it('is what Holdfast ships with, where nobody decided', async () => {
    expect(await asked(administered())).toEqual({ ok: true, mode: enforcing.mode });
  });

  it.each([
    ['observe', [], 'observe'],
    ['observe', ['observe', 'coach'], 'coach'],
    ['coach', ['observe'], 'coach'],
    ['observe', ['observe', 'observe', 'observe', 'enforce'], 'enforce'],
    ['enforce', ['observe'], 'enforce'],
  ] as const)(
    'is the strictest of the site’s (%s) and the projects’ (%j): %s',
    async (site, projects, mode) => {
      const here = administered();
      here.charters.setPolicy('site', saved(site));
      projects.forEach((one, index) => here.charters.setPolicy(`P${index}`, saved(one)));
      expect(await asked(here)).toEqual({ ok: true, mode });
      writtenNothing(here);
    },
  );

  it('is looked for no longer once nothing stricter can come', async () => {
    const here = administered();
    here.charters.setPolicy('site', saved('observe'));
    here.charters.setPolicy('P0', saved('enforce'));
    for (let i = 1; i < 9; i += 1) here.charters.setPolicy(`P${i}`, saved('observe'));
    await asked(here);
    expect(here.policyRecords.pages).toBe(1);
  });

  it('is told to Jira’s administrators alone', async () => {
    const here = world();
    here.jira.rights = { browse: true, administer: true };
    expect(await asked(here)).toMatchObject(refusedWith('not-allowed'));
    expect(here.policyRecords.pages).toBe(0);
    writtenNothing(here);
  });

  it('is not guessed while storage does not answer', async () => {
    quietly();
    const here = administered();
    here.charters.setPolicy('site', saved('observe'));
    here.policyRecords.page = () => Promise.reject(new Unavailable('storage', 'down'));
    expect(await asked(here)).toMatchObject(refusedWith('unavailable'));
  });
});

it.each([{ projectId: '' }, { projectId: 'EXP' }, { projectId: 7 }, { projectKey: 'EXP' }])(
  'refuses %j, which is no id of a project',
  async (input) => {
    const here = world();
    here.jira.siteAdmin = true;
    expect(await asked(here, input)).toMatchObject(refusedWith('invalid'));
    expect(here.jira.calls).toEqual({});
  },
);
