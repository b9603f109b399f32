import * as z from 'zod/mini';
import type { Provider } from '../../domain/report/indicators/indicators';
import { account, schemaOf } from './schema-of';

/** Somebody things are handed off to: a project, or a person where no project is known. */
export const provider = schemaOf<Provider>()(
  z.union([z.strictObject({ projectKey: z.string() }), z.strictObject({ accountId: account })]),
);
