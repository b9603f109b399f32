import type { Sandbox } from '../../../packages/forge-sandbox/src/sandbox';

/** A mail as one person got it. */
export interface Told {
  readonly to: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
}

/** Every mail since a moment, oldest first. */
export const toldSince = ({ jira }: Sandbox, since: number): readonly Told[] =>
  [...jira.notices()]
    .reverse()
    .filter(({ sentAt }) => sentAt >= since)
    .flatMap(({ sentAt, subject, textBody, recipients }) =>
      recipients.map((to) => ({ to, at: new Date(sentAt).toISOString(), subject, text: textBody })),
    );

/** Lives until a moment, hour by hour as the platform would. Returns who was told of something meanwhile, and when. */
export async function liveUntil(sandbox: Sandbox, moment: string): Promise<readonly Told[]> {
  const since = sandbox.clock.now();
  await sandbox.moveTo(Date.parse(moment));
  await sandbox.drain();
  return toldSince(sandbox, since);
}

/** Who was told of something whose words match, and on which day of the year in a zone. */
export const about = (all: readonly Told[], words: RegExp): readonly string[] =>
  all.filter(({ text }) => words.test(text)).map(({ to, at }) => `${at.slice(0, 16)} ${to}`);
