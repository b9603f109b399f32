import { z } from 'zod';
import type { Client } from './http';

const gadget = z.object({
  id: z.string(),
  moduleKey: z.string(),
  configuration: z.record(z.string(), z.unknown()).nullable(),
});
export type Gadget = z.infer<typeof gadget>;

const nothing = z.unknown();
const base = (dashboardId: string) => `/sandbox/shell/api/dashboards/${encodeURIComponent(dashboardId)}`;

export const readDashboard = async (client: Client, dashboardId: string): Promise<Gadget[]> =>
  (await client.get(base(dashboardId), z.object({ gadgets: z.array(gadget) }))).gadgets;

export const addGadget = (client: Client, dashboardId: string, moduleKey: string) =>
  client.send('POST', `${base(dashboardId)}/gadgets`, { moduleKey }, gadget);

export const configureGadget = (
  client: Client,
  dashboardId: string,
  gadgetId: string,
  configuration: Gadget['configuration'],
) => client.send('PUT', `${base(dashboardId)}/gadgets/${gadgetId}`, { configuration }, nothing);

export const removeGadget = (client: Client, dashboardId: string, gadgetId: string) =>
  client.send('DELETE', `${base(dashboardId)}/gadgets/${gadgetId}`, undefined, nothing);
