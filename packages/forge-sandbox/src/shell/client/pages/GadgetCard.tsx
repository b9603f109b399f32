import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { extensionOf } from '../../../modules';
import { moduleIn } from '../app/boot';
import { configureGadget, removeGadget, type Gadget } from '../app/dashboards';
import { announce, notifyFailure } from '../app/live';
import { Button } from '../app/ui';
import { useWorld } from '../app/world';
import { ForgeFrame } from '../host/ForgeFrame';

const submission = z.record(z.string(), z.unknown());
const MINUTE_MS = 60_000;

/** Minutes between two automatic refreshes: the one field of a configuration that Jira itself reads. */
const refreshOf = (configuration: Gadget['configuration']): number | undefined =>
  z.object({ refresh: z.int().min(1) }).safeParse(configuration).data?.refresh;

/** A gadget in its card: shown, or being configured. A refresh shows its page anew, as Jira does by default. */
export const GadgetCard = ({
  dashboardId,
  gadget: { id, moduleKey, configuration },
  isNew,
  reload,
}: {
  dashboardId: string;
  gadget: Gadget;
  /** Put there a moment ago: Jira opens its configuration first. */
  isNew: boolean;
  reload: () => Promise<void>;
}) => {
  const { client } = useWorld();
  const [editing, setEditing] = useState(isNew);
  const [turn, setTurn] = useState(0);
  const module = moduleIn('dashboard', moduleKey);
  const minutes = refreshOf(configuration);
  useEffect(() => {
    if (minutes === undefined || editing) return;
    const timer = setInterval(() => setTurn((before) => before + 1), minutes * MINUTE_MS);
    return () => clearInterval(timer);
  }, [minutes, editing]);
  const extension = useMemo(
    () =>
      extensionOf(module?.type ?? '', {
        entryPoint: editing ? 'edit' : 'view',
        gadgetConfiguration: configuration ?? {},
        dashboard: { id: dashboardId },
        gadget: { id },
        location: window.location.href,
      }),
    [module, configuration, dashboardId, editing, id],
  );
  const commands = useMemo(
    () => ({
      submit: async (payload: unknown) => {
        if (!editing) return false;
        await configureGadget(client, dashboardId, id, submission.parse(payload));
        await reload();
        setEditing(false);
        announce('Gadget configured.');
        return true;
      },
    }),
    [client, dashboardId, editing, id, reload],
  );
  if (module === undefined) return <li className="gadget">A gadget of an app that is not installed</li>;
  const remove = async () => {
    try {
      await removeGadget(client, dashboardId, id);
      await reload();
      announce('Gadget removed.');
    } catch (error) {
      notifyFailure('The gadget was not removed', error);
    }
  };
  return (
    <li className="gadget">
      <div className="gadget-head">
        <h2>{module.title}</h2>
        <div className="button-row">
          {!editing && (
            <Button look="subtle" onClick={() => setTurn(turn + 1)}>
              Refresh
            </Button>
          )}
          <Button look="subtle" aria-pressed={editing} onClick={() => setEditing(!editing)}>
            Configure
          </Button>
          <Button look="subtle" onClick={() => void remove()}>
            Remove
          </Button>
        </div>
      </div>
      {/* A frame asks for its context once, so another mode or configuration needs another frame. */}
      <ForgeFrame
        key={`${turn} ${String(editing)} ${JSON.stringify(configuration)}`}
        module={module}
        src={module.pages[editing ? 'edit' : 'main']}
        extension={extension}
        title={editing ? `Settings of ${module.title}` : module.title}
        commands={commands}
      />
    </li>
  );
};
