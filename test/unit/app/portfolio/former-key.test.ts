import { keptOf } from '../../../../src/app/portfolio/groups';

const project = (projectKey: string, projectId: string) => ({
  projectKey,
  projectId,
  name: projectKey,
  category: null,
  lead: null,
});

/** A store that has what lies under these keys, and says what it was asked. */
function store(under: Readonly<Record<string, string>>) {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    readMany: (places: readonly { readonly project: string }[]) => {
      asked.push(places.map((place) => place.project));
      return Promise.resolve(
        new Map(
          places.flatMap(({ project: key }) =>
            under[key] === undefined ? [] : [[key, under[key]] as const],
          ),
        ),
      );
    },
  };
}

test('a project that Jira finds by a former key is read by the one it has now', async () => {
  const { asked, readMany } = store({ GROW: 'of GROW', TEAM: 'of TEAM' });
  const told = Promise.resolve({ projects: [project('GROW', '10'), project('TEAM', '11')] });
  const kept = await keptOf(['EXP', 'TEAM'], told, readMany);
  expect([...kept]).toEqual(
    expect.arrayContaining([
      ['GROW', 'of GROW'],
      ['TEAM', 'of TEAM'],
    ]),
  );
  expect(asked).toEqual([['EXP', 'TEAM'], ['GROW']]);
});

test('projects that have the keys they were asked by are read once, whether Jira tells of all of them or not', async () => {
  const { asked, readMany } = store({ EXP: 'of EXP', TEAM: 'of TEAM' });
  await keptOf(['EXP', 'TEAM'], Promise.resolve({ projects: [project('TEAM', '11')] }), readMany);
  expect(asked).toEqual([['EXP', 'TEAM']]);
});
