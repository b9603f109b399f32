import type { ReadinessStore, StoredReadiness } from '../../src/app/readiness/ports';
import { deepFreeze } from './charter-spec';

/** Readiness programmes in memory. */
export class MemoryReadiness implements ReadinessStore {
  readonly stored = new Map<string, StoredReadiness>();
  /** Called before a write is judged: where rivals write first. */
  beforeWrite: () => void = () => undefined;

  async read(projectKey: string) {
    return this.stored.get(projectKey) ?? { version: 0, events: [] };
  }

  async write(projectKey: string, next: StoredReadiness) {
    this.beforeWrite();
    if ((await this.read(projectKey)).version !== next.version - 1) return 'conflict' as const;
    this.stored.set(projectKey, deepFreeze(next));
    return 'written' as const;
  }
}
