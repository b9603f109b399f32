import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { exportProject, type Asked } from './export/export-project';

const USAGE =
  'npm run export -- --site https://example.atlassian.net --project KEY [--out FILE]; JIRA_USER and JIRA_TOKEN hold your address and an API token of yours.';

function readArguments(words: readonly string[]): { site: string; project: string; out: string } {
  const given = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]];
    if (name === undefined || value === undefined || !['--site', '--project', '--out'].includes(name))
      throw new Error(`Unknown argument ${name ?? ''}. ${USAGE}`);
    given.set(name, value);
  }
  const [site, project] = [given.get('--site'), given.get('--project')];
  if (site === undefined || project === undefined) throw new Error(USAGE);
  return { site: site.replace(/\/+$/, ''), project, out: given.get('--out') ?? `${project}.ndjson` };
}

async function main(): Promise<void> {
  const { site, project, out } = readArguments(process.argv.slice(2));
  const { JIRA_USER: user, JIRA_TOKEN: token } = process.env;
  if (!user || !token) throw new Error(USAGE);
  const login = Buffer.from(`${user}:${token}`).toString('base64');
  const ask: Asked = (path, init = {}) =>
    fetch(`${site}${path}`, {
      ...init,
      headers: {
        authorization: `Basic ${login}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
    });
  const file = createWriteStream(out);
  let count = 0;
  for await (const issue of exportProject(project, ask)) {
    if (!file.write(`${JSON.stringify(issue)}\n`)) await once(file, 'drain');
    count += 1;
    if (count % 100 === 0) console.log(`${count} issues`);
  }
  file.end();
  await once(file, 'finish');
  console.log(`${count} issues in ${out}. Look at them with: npm start -- --import ${out}`);
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
});
