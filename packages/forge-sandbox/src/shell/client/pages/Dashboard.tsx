import { useState } from 'react';
import { modulesIn } from '../app/boot';
import { addGadget, readDashboard } from '../app/dashboards';
import { notifyFailure } from '../app/live';
import { useTitle } from '../app/title';
import { Button, Failure, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import { GadgetCard } from './GadgetCard';

/** A dashboard with the app's gadgets on it; everybody sees the same one, each as themselves. */
export const Dashboard = ({ dashboardId }: { dashboardId: string }) => {
  useTitle('Dashboard');
  const { client } = useWorld();
  const [loaded, reload] = useLoad(dashboardId, () => readDashboard(client, dashboardId));
  const [justAdded, setJustAdded] = useState<string>();
  const add = async (moduleKey: string) => {
    try {
      setJustAdded((await addGadget(client, dashboardId, moduleKey)).id);
      await reload();
    } catch (error) {
      notifyFailure('The gadget was not added', error);
    }
  };
  return (
    <div className="page page-app">
      <div className="page-head">
        <h1>Dashboard</h1>
        <div className="button-row">
          {modulesIn('dashboard').map(({ key, title }) => (
            <Button key={key} onClick={() => void add(key)}>
              Add “{title}”
            </Button>
          ))}
        </div>
      </div>
      {loaded.state === 'loading' && <Skeleton label="Loading the dashboard" />}
      {loaded.state === 'failed' && (
        <Failure what="The dashboard could not be read" error={loaded.error} retry={reload} />
      )}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <p className="empty-line">No gadget stands here yet.</p>
      )}
      {loaded.state === 'ready' && (
        <ul className="gadgets">
          {loaded.value.map((gadget) => (
            <GadgetCard
              key={gadget.id}
              dashboardId={dashboardId}
              gadget={gadget}
              isNew={gadget.id === justAdded}
              reload={reload}
            />
          ))}
        </ul>
      )}
    </div>
  );
};
