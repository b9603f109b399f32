import Lozenge from '@atlaskit/lozenge';

const appearances = {
  good: 'success',
  waiting: 'inprogress',
  attention: 'moved',
  problem: 'removed',
  quiet: 'default',
} as const;

export type Tone = keyof typeof appearances;

/** A state as a word; its colour only helps. */
export function StateWord({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Lozenge appearance={appearances[tone]} maxWidth="100%">
      {children}
    </Lozenge>
  );
}
