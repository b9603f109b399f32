import { Bone } from '../ui/skeleton';

/** The panel's shape before its content: gate, owner, a few agreements. Nothing moves when they arrive. */
export function PanelSkeleton() {
  return (
    <div className="hf-panel" aria-busy="true">
      <div className="hf-gate hf-stack">
        <Bone width="45%" height="20px" />
        <Bone width="80%" />
        <Bone width="70%" />
      </div>
      <div className="hf-stack">
        <Bone width="60px" />
        <Bone width="220px" height="32px" />
      </div>
      <div className="hf-stack">
        <Bone width="110px" />
        <Bone height="40px" />
        <Bone height="40px" />
      </div>
    </div>
  );
}
