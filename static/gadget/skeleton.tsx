import { Bone, SkeletonLines } from '../ui/skeleton';

export const GadgetSkeleton = () => (
  <div className="hf-gadget" aria-hidden="true">
    <div className="hf-gadget-numbers">
      {[0, 1, 2].map((figure) => (
        <div key={figure}>
          <Bone width="72px" height="24px" />
          <Bone width="90%" height="32px" />
        </div>
      ))}
    </div>
    <div className="hf-gadget-weakest">
      <SkeletonLines lines={4} />
    </div>
    <Bone width="160px" height="24px" />
  </div>
);
