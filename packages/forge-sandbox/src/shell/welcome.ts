import { z } from 'zod';

/** A sentence in pieces: plain text, or text that leads somewhere or stands out. */
const piece = z.union([
  z.string(),
  z.strictObject({ text: z.string(), href: z.string().optional(), strong: z.boolean().optional() }),
]);

/** What somebody new is told to try first, shown while the project is there to try it in. */
export const welcomeSchema = z.strictObject({
  projectKey: z.string(),
  steps: z.array(z.array(piece)),
  /** Where its button leads; the project's board unless told otherwise. */
  start: z.strictObject({ text: z.string(), href: z.string() }).optional(),
});

export type Welcome = z.infer<typeof welcomeSchema>;
