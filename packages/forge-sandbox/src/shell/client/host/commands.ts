import { z } from 'zod';
import { emitEvent, onEvent } from './events';
import type { Command, Commands } from './frame-host';
import { destinationOf, type ModuleAddress } from './navigation';
import { fetchProduct } from './product-fetch';

/** What the commands need of the page around the frame. */
export interface FrameServices {
  readonly origin: string;
  readonly moduleAddress: ModuleAddress;
  context(): Record<string, unknown>;
  invoke(functionKey: string, payload: unknown): Promise<unknown>;
  send(path: string, init: RequestInit): Promise<Response>;
  showFlag(flag: FlagRequest): void;
  closeFlag(id: string): boolean;
  /** Leaves for an address or opens it in a new tab; false when the person chose to stay. */
  go(url: string, newTab: boolean, external: boolean): boolean;
  reload(): void;
}

const callback = z.custom<(...args: unknown[]) => unknown>((value) => typeof value === 'function');
const flag = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().default(''),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']).default('info'),
  appearance: z.enum(['info', 'success', 'warning', 'error']).optional(),
  actions: z.array(z.object({ text: z.string(), onClick: callback })).optional(),
  isAutoDismiss: z.boolean().default(false),
});
export type FlagRequest = z.infer<typeof flag>;

const invocation = z.object({ functionKey: z.string(), payload: z.unknown(), metadata: z.unknown() });
const emission = z.object({ event: z.string(), payload: z.unknown() });
const subscription = z.object({ event: z.string(), callback });

const subscribe: Command = (data) => {
  const { event, callback: listener } = subscription.parse(data);
  return { unsubscribe: onEvent(event, listener) };
};
const emit: Command = (data) => {
  const { event, payload } = emission.parse(data);
  emitEvent(event, payload);
};

/** The bridge commands that work on every page of the shell. */
export const commonCommands = (services: FrameServices): Commands => ({
  getContext: () => services.context(),
  invoke: async (data) => {
    const { functionKey, payload, metadata } = invocation.parse(data);
    const body = await services.invoke(functionKey, payload);
    // With metadata the SDK expects the answer wrapped; the stand-in has no rate limits to report.
    return metadata === undefined ? body : { body, metadata: {} };
  },
  fetchProduct: (data) => fetchProduct(data, services.send),
  showFlag: (data) => services.showFlag(flag.parse(data)),
  closeFlag: (data) =>
    services.closeFlag(
      z
        .object({ id: z.union([z.string(), z.number()]) })
        .parse(data)
        .id.toString(),
    ),
  navigate: (data) => {
    const { url, newTab, external } = destinationOf(data, services.origin, services.moduleAddress);
    if (!services.go(url, newTab, external)) throw new Error('The person chose not to leave.');
  },
  getUrl: (data) => destinationOf(data, services.origin, services.moduleAddress).url,
  reload: () => services.reload(),
  emit,
  emitPublic: emit,
  on: subscribe,
  onPublic: subscribe,
});
