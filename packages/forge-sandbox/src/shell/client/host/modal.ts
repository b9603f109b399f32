import { z } from 'zod';
import { boot } from '../app/boot';
import type { ShellModule } from '../../../modules/shown';

const WIDTHS = {
  small: 'small',
  medium: 'medium',
  large: 'large',
  xlarge: 'xlarge',
  max: 'xlarge',
  fullscreen: 'xlarge',
  resizable: 'large',
} as const;

const request = z.object({
  resource: z.string().nullable(),
  onClose: z.custom<(payload: unknown) => unknown>((value) => typeof value === 'function'),
  // Custom dimensions are shown at the nearest of the shell's widths.
  size: z.union([
    z.enum(['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable']),
    z.object({}),
  ]),
  context: z.unknown(),
  closeOnEscape: z.boolean().default(true),
  closeOnOverlayClick: z.boolean().default(true),
  title: z.string().default(''),
});

export interface ModalRequest {
  readonly src: string;
  readonly title: string;
  readonly width: (typeof WIDTHS)[keyof typeof WIDTHS];
  readonly context: unknown;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  onClose(payload: unknown): unknown;
}

/** Reads what `new Modal(…).open()` sends; without a resource the modal shows the opener's own page. */
export const modalRequest = (data: unknown, ownSrc: string, module: ShellModule): ModalRequest => {
  const { resource, size, ...rest } = request.parse(data);
  const file = resource === null ? undefined : boot.resources[resource];
  if (resource !== null && file === undefined)
    throw new Error(`The manifest declares no resource "${resource}".`);
  return {
    ...rest,
    src: file === undefined ? ownSrc : `/sandbox/app/${module.key}/${file}`,
    width: typeof size === 'string' ? WIDTHS[size] : 'medium',
  };
};
