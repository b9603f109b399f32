import { Bone, SkeletonLines } from '../ui/skeleton';

/** A form's shape before it is there. */
export function FormSkeleton() {
  return (
    <div className="hf-form-page hf-form-bones" aria-busy="true">
      <Bone width="50%" height="20px" />
      <Bone height="40px" />
      <Bone height="64px" />
      <SkeletonLines lines={2} />
    </div>
  );
}
