/** A gadget on a dashboard; its configuration is what its edit view submitted, null before it did. */
export interface PlacedGadget {
  readonly id: string;
  readonly moduleKey: string;
  readonly configuration: Readonly<Record<string, unknown>> | null;
}

/** The dashboard that is always there; others come into being when something is put on them. */
export const DEFAULT_DASHBOARD = '10000';

export interface DashboardsSnapshot {
  readonly placed: readonly (readonly [dashboardId: string, gadgets: readonly PlacedGadget[]])[];
  readonly latest: number;
}

/** Dashboards as far as gadgets need them: shared with everybody, and everybody may edit them. */
export class Dashboards {
  private readonly placed = new Map<string, readonly PlacedGadget[]>();
  private latest = 10100;

  gadgets(dashboardId: string): readonly PlacedGadget[] {
    return this.placed.get(dashboardId) ?? [];
  }

  add(
    dashboardId: string,
    moduleKey: string,
    configuration: PlacedGadget['configuration'] = null,
  ): PlacedGadget {
    this.latest += 1;
    const gadget = { id: String(this.latest), moduleKey, configuration };
    this.placed.set(dashboardId, [...this.gadgets(dashboardId), gadget]);
    return gadget;
  }

  /** False when the gadget is not there. */
  configure(dashboardId: string, gadgetId: string, configuration: PlacedGadget['configuration']): boolean {
    return this.change(dashboardId, gadgetId, (gadget) => [{ ...gadget, configuration }]);
  }

  /** False when the gadget is not there. */
  remove(dashboardId: string, gadgetId: string): boolean {
    return this.change(dashboardId, gadgetId, () => []);
  }

  snapshot(): DashboardsSnapshot {
    return { placed: [...this.placed], latest: this.latest };
  }

  restore({ placed, latest }: DashboardsSnapshot): void {
    this.placed.clear();
    for (const [dashboardId, gadgets] of placed) this.placed.set(dashboardId, gadgets);
    this.latest = latest;
  }

  clear(): void {
    this.placed.clear();
  }

  private change(
    dashboardId: string,
    gadgetId: string,
    to: (gadget: PlacedGadget) => readonly PlacedGadget[],
  ): boolean {
    const gadgets = this.gadgets(dashboardId);
    const known = gadgets.some(({ id }) => id === gadgetId);
    if (known) {
      this.placed.set(
        dashboardId,
        gadgets.flatMap((gadget) => (gadget.id === gadgetId ? to(gadget) : [gadget])),
      );
    }
    return known;
  }
}
