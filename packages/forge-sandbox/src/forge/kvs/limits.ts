/** Limits of the Key-Value Store and the Custom Entity Store. https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const KEY_MAX_LENGTH = 500;
export const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
export const VALUE_MAX_BYTES = 240 * 1024;
export const VALUE_MAX_DEPTH = 31;
export const QUERY_DEFAULT_LIMIT = 10;
export const QUERY_MAX_LIMIT = 100;
export const QUERY_MAX_CONDITIONS = 100;
export const TRANSACTION_MAX_OPERATIONS = 25;
export const TRANSACTION_MAX_BYTES = 4 * 1024 * 1024;
export const BATCH_MAX_KEYS = 25;
export const BATCH_MAX_BYTES = 4 * 1024 * 1024;
export const ENTITIES_MAX = 20;
export const ENTITY_MAX_INDEXES = 7;
export const ENTITY_MAX_ATTRIBUTES = 50;
export const INDEX_RANGE_MAX_BYTES = 900;
export const INDEX_PARTITION_MAX_BYTES = 1700;
export const INTEGER_MIN = -2_147_483_648;
export const INTEGER_MAX = 2_147_483_647;
export const FLOAT_MIN_MAGNITUDE = 1e-130;
export const FLOAT_MAX_MAGNITUDE = 9.999_999_999_999_999e125;
export const TTL_MAX_MS = 365 * 24 * 60 * 60 * 1000;
/** Requests are counted in steps of this size. */
export const METERING_STEP_BYTES = 10 * 1024;
