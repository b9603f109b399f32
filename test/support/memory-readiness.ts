import type { Home, ProjectPlace } from '../../src/app/policy/ports';
import type { ReadinessStore, StoredReadiness } from '../../src/app/readiness/ports';
import { deepFreeze } from './charter-spec';

/** Readiness programmes in memory. */
export class MemoryReadiness implements ReadinessStore {
  readonly stored = new Map<string, StoredReadiness>();
  /** Called before a write is judged: where rivals write first. */
  beforeWrite: () => void = () => undefined;

  async read({ project }: ProjectPlace) {
    return { ...(this.stored.get(project) ?? { version: 0, events: [] }), home: { liesUnder: project } };
  }

  async write({ liesUnder }: Home, next: StoredReadiness) {
    this.beforeWrite();
    if ((this.stored.get(liesUnder)?.version ?? 0) !== next.version - 1) return 'conflict' as const;
    this.stored.set(liesUnder, deepFreeze(next));
    return 'written' as const;
  }
}
