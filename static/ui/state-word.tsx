import './state-word.css';

export type Tone = 'good' | 'waiting' | 'attention' | 'problem' | 'quiet';

/**
 * A state as a word; its colour only helps. Drawn as Atlassian's lozenge is: theirs can be pressed, load and resize,
 * and brings a second engine for styles into every first paint.
 */
export function StateWord({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`hf-state hf-state-${tone}`}>
      <span className="hf-state-word">{children}</span>
    </span>
  );
}
