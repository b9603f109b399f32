import { askAll, probesFor } from './first-hour/probes';

const USAGE =
  'npm run first-hour -- SITE ISSUE-KEY ACCOUNT-ID; JIRA_USER and JIRA_TOKEN hold your address and an API token. Only for a development site: it sends one mail.';

async function main(): Promise<void> {
  const [site, issueKey, accountId] = process.argv.slice(2);
  const { JIRA_USER: user, JIRA_TOKEN: token } = process.env;
  if (!site || !issueKey || !accountId || !user || !token) throw new Error(USAGE);
  const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' };
  const told = await askAll(probesFor({ issueKey, accountId }), (path, init = {}) =>
    fetch(`${site.replace(/\/+$/, '')}${path}`, { ...init, headers }),
  );
  for (const { question, status, answer, means } of told)
    console.log(`${question}\n  ${status} ${answer}\n  ${means}\n`);
  console.log('What only the app itself can ask stands in docs/first-hour.md.');
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
});
