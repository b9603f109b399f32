import { decode, encode } from './codec';

/** The part of a MessagePort that is needed, so that tests can use any channel. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
  close(): void;
}

/** One end of a conversation in which both sides may ask. */
export interface Endpoint {
  /** Asks the other side; rejects with its error's name and message. */
  call(command: string, data?: unknown): Promise<unknown>;
  close(): void;
}

type Message =
  | { kind: 'call'; id: number; command: string; data: unknown }
  | { kind: 'apply'; id: number; fn: number; args: unknown }
  | { kind: 'done'; id: number; value: unknown }
  | { kind: 'failed'; id: number; name: string; message: string };

const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  'kind' in data &&
  'id' in data &&
  typeof data.id === 'number' &&
  (data.kind === 'call' || data.kind === 'apply' || data.kind === 'done' || data.kind === 'failed');

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Speaks over one port. `handle` answers the other side's commands; what it throws reaches the caller as an Error
 * with the same name and message.
 */
export const createEndpoint = (port: Port, handle: (command: string, data: unknown) => unknown): Endpoint => {
  const pending = new Map<number, Pending>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let lastId = 0;

  const register = (fn: (...args: unknown[]) => unknown): number => {
    functions.set(++lastId, fn);
    return lastId;
  };
  const ask = (
    message: { kind: 'call'; command: string; data: unknown } | { kind: 'apply'; fn: number; args: unknown },
  ) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      port.postMessage({ ...message, id });
    });
  const resolveFunction =
    (fn: number) =>
    (...args: unknown[]) =>
      ask({ kind: 'apply', fn, args: encode(args, register) });

  const apply = (fn: number, args: unknown): unknown => {
    const target = functions.get(fn);
    if (target === undefined) throw new Error('The callback belongs to a frame that is gone.');
    const decoded = decode(args, resolveFunction);
    const given: readonly unknown[] = Array.isArray(decoded) ? decoded : [];
    return target(...given);
  };

  const answer = async (message: Extract<Message, { kind: 'call' | 'apply' }>) => {
    try {
      const value = await (message.kind === 'call'
        ? handle(message.command, decode(message.data, resolveFunction))
        : apply(message.fn, message.args));
      port.postMessage({ kind: 'done', id: message.id, value: encode(value, register) });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      port.postMessage({ kind: 'failed', id: message.id, name: error.name, message: error.message });
    }
  };

  port.addEventListener('message', ({ data }) => {
    if (!isMessage(data)) return;
    if (data.kind === 'call' || data.kind === 'apply') return void answer(data);
    const waiting = pending.get(data.id);
    pending.delete(data.id);
    if (data.kind === 'done') return waiting?.resolve(decode(data.value, resolveFunction));
    const error = new Error(data.message);
    error.name = data.name;
    waiting?.reject(error);
  });
  port.start();

  return {
    call: (command, data) => ask({ kind: 'call', command, data: encode(data, register) }),
    close: () => {
      port.close();
      for (const { reject } of pending.values()) reject(new Error('The frame was closed.'));
      pending.clear();
    },
  };
};
