/** Limits of the async events API. https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
export const PUSH_MAX_EVENTS = 50;
export const PUSH_MAX_BYTES = 200 * 1024;
export const DELAY_MAX_S = 900;
export const RETRY_DATA_MAX_BYTES = 4 * 1024;
/** An event that fails for longer than this is dropped. */
export const RETENTION_MS = 24 * 60 * 60 * 1000;
/** "Exponential backoff, with intervals reaching up to approximately 15 minutes"; the first step is our reading. */
export const BACKOFF_FIRST_S = 5;
export const BACKOFF_MAX_S = 900;
/** How often an event of a product or of the app's life cycle may come again. */
export const TRIGGER_MAX_RETRIES = 4;
/** What one event may take for a consumer that may run longer than a function that people wait for. */
export const LONG_EVENT_MAX_BYTES = 100 * 1024;
export const LONG_CONSUMER_MS = 55_000;
/** For so long after a deployment, what still runs of the version before may not push. */
export const DEPLOY_MS = 2 * 60_000;
