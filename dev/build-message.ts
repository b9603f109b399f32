import { z } from 'zod';

const message = z.object({
  /** Whether functions were built anew. */
  functions: z.boolean().default(false),
  /** Files of pages that were built anew. */
  pages: z.array(z.string()).default([]),
});

/** What `npm run dev` tells the stand-in it has built. */
export type BuildMessage = z.infer<typeof message>;

/** @throws ZodError for what is no such message. */
export const readBuildMessage = (value: unknown): BuildMessage => message.parse(value);
