import type { SandboxOptions } from '../packages/forge-sandbox/src/sandbox';
import type { Welcome } from '../packages/forge-sandbox/src/shell/welcome';
import { importWelcome } from './import-welcome';

/** What to try in the demo. */
const demoWelcome: Welcome = {
  projectKey: 'EXP',
  steps: [
    [
      'Open the ',
      { text: 'Expansion board', href: '/projects/EXP/board' },
      ' and drag ',
      { text: 'EXP-1', strong: true },
      ' to In Progress. The move is refused, with the reason.',
    ],
    ['Open ', { text: 'EXP-1', href: '/browse/EXP-1' }, ' and put the reason right in the Agreements panel.'],
    ['Act as someone else (top right) to answer what was asked of them, then drag again: the epic moves.'],
  ],
};

/** What the stand-in has to know of Holdfast beside its manifest: its account, and what to try first. */
export const holdfast = {
  app: { accountId: 'app-holdfast', displayName: 'Holdfast' },
  welcome: (jira) => (jira.project(demoWelcome.projectKey) ? demoWelcome : importWelcome(jira)),
} satisfies Pick<SandboxOptions, 'app' | 'welcome'>;
