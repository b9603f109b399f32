import { Bone, SkeletonLines } from '../ui/skeleton';

export const GadgetSkeleton = () => (
  <div className="hf-gadget" aria-hidden="true">
    <div className="hf-gadget-numbers">
      {[0, 1, 2].map((figure) => (
        <div key={figure} className="hf-stack">
          <Bone width="72px" height="28px" />
          <Bone width="90%" />
        </div>
      ))}
    </div>
    <SkeletonLines lines={3} />
  </div>
);
