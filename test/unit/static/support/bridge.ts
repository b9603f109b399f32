/** Stands where Jira's frame puts its bridge; import it before any screen. Nothing answers: a screen that asks waits. */
Object.assign(globalThis, {
  window: globalThis,
  __bridge: { callBridge: () => new Promise<never>(() => undefined) },
});

export {};
