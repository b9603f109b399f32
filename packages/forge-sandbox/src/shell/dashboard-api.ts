import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Dashboards } from './dashboards';

const base = '/sandbox/shell/api/dashboards/:dashboard';
const configuration = z.record(z.string(), z.unknown());

const refuse = (c: Context, status: 400 | 404, message: string) =>
  c.json({ errorMessages: [message], errors: {} }, status);

/** Adds what the dashboard page needs: which gadgets stand on it, and how they are configured. */
export function mountDashboards(app: Hono, dashboards: Dashboards, gadgetKeys: readonly string[]): void {
  const read = async <T>(c: Context, schema: z.ZodType<T>): Promise<T | undefined> => {
    const body: unknown = await c.req.json().catch(() => undefined);
    return schema.safeParse(body).data;
  };
  app.get(base, (c) => c.json({ gadgets: dashboards.gadgets(c.req.param('dashboard')) }));
  app.post(`${base}/gadgets`, async (c) => {
    const input = await read(c, z.strictObject({ moduleKey: z.enum(gadgetKeys) }));
    if (!input) return refuse(c, 400, 'There is no such gadget.');
    return c.json(dashboards.add(c.req.param('dashboard'), input.moduleKey));
  });
  app.put(`${base}/gadgets/:gadget`, async (c) => {
    const input = await read(c, z.strictObject({ configuration }));
    if (!input) return refuse(c, 400, 'A gadget’s configuration is an object.');
    const known = dashboards.configure(c.req.param('dashboard'), c.req.param('gadget'), input.configuration);
    return known ? c.body(null, 204) : refuse(c, 404, 'The gadget is not on this dashboard.');
  });
  app.delete(`${base}/gadgets/:gadget`, (c) =>
    dashboards.remove(c.req.param('dashboard'), c.req.param('gadget'))
      ? c.body(null, 204)
      : refuse(c, 404, 'The gadget is not on this dashboard.'),
  );
}
