import { z } from 'zod';
import type { Extension, ShellModule } from '../../../modules/shown';

/** CSS lengths of a dialog, header included. */
export interface DialogSize {
  readonly width: string;
  readonly height: string;
}

/** As documented: a share of the window's height, and not less than so many pixels. The last two only stand in the types. */
const SIZES = {
  small: { width: '400px', height: 'max(20vh, 320px)' },
  medium: { width: '600px', height: 'max(40vh, 520px)' },
  large: { width: '800px', height: 'max(70vh, 720px)' },
  xlarge: { width: '968px', height: '90vh' },
  max: { width: '100vw', height: '100vh' },
  fullscreen: { width: '100vw', height: '100vh' },
  resizable: { width: '800px', height: 'max(70vh, 720px)' },
} as const satisfies Record<string, DialogSize>;

const request = z.object({
  resource: z.string().nullable(),
  onClose: z.custom<(payload: unknown) => unknown>((value) => typeof value === 'function'),
  size: z.union([
    z.enum(['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable']),
    z.object({ width: z.string(), height: z.string().optional() }),
  ]),
  context: z.unknown(),
  closeOnEscape: z.boolean().default(true),
  closeOnOverlayClick: z.boolean().default(true),
  title: z.string().default(''),
});

export interface ModalRequest {
  readonly src: string;
  readonly title: string;
  readonly size: DialogSize;
  readonly context: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  onClose(payload: unknown): unknown;
}

/**
 * Reads what `new Modal(…).open()` sends; without a resource the modal shows the opener's own page.
 * `resources`: name of each declared resource → its page's file.
 * @throws Error when it names a resource that the manifest does not declare.
 */
export const modalRequest = (
  data: unknown,
  opener: { readonly src: string; readonly module: ShellModule },
  resources: Readonly<Record<string, string>>,
): ModalRequest => {
  const { resource, size, ...rest } = request.parse(data);
  const file = resource === null ? undefined : resources[resource];
  if (resource !== null && file === undefined)
    throw new Error(`The manifest declares no resource "${resource}".`);
  return {
    ...rest,
    src: file === undefined ? opener.src : `/sandbox/app/${opener.module.key}/${file}`,
    size:
      typeof size === 'string'
        ? SIZES[size]
        : { width: size.width, height: size.height ?? SIZES.medium.height },
  };
};

/** What the page in the modal finds in its context: all that its opener finds, and what it was opened with. */
export const modalExtension = (extension: Extension, { context }: ModalRequest): Extension => ({
  ...extension,
  modal: context,
});
