/**
 * The bridge passes callbacks (event listeners, `onClose`, flag actions) in both directions, but a message port
 * clones data and refuses functions. Functions therefore travel as numbered references.
 */
const MARK = '__sandboxFunction';

/** Hands out a reference for a local function. */
export type Register = (fn: (...args: unknown[]) => unknown) => number;
/** Makes a local stand-in for a function that lives on the other side. */
export type Resolve = (id: number) => (...args: unknown[]) => Promise<unknown>;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another window realm have another Object.prototype; its own prototype is null all the same.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const mapDeep = (value: unknown, leaf: (value: unknown) => unknown): unknown => {
  const mapped = leaf(value);
  if (mapped !== value) return mapped;
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, leaf));
  if (typeof value === 'object' && value !== null && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapDeep(item, leaf)]));
  }
  return value;
};

/** Replaces every function in plain data by a reference; everything else is left for structured cloning. */
export const encode = (value: unknown, register: Register): unknown =>
  mapDeep(value, (item) =>
    typeof item === 'function'
      ? { [MARK]: register((...args) => Reflect.apply(item, undefined, args)) }
      : item,
  );

/** The reverse of {@link encode}. */
export const decode = (value: unknown, resolve: Resolve): unknown =>
  mapDeep(value, (item) => {
    if (typeof item !== 'object' || item === null || !(MARK in item)) return item;
    const id = item[MARK];
    return typeof id === 'number' ? resolve(id) : item;
  });
