import { Bone } from '../ui/skeleton';

/** The page's shape before its content. */
export const PortfolioSkeleton = () => (
  <div className="hf-stack" aria-hidden="true">
    <Bone width="320px" height="32px" />
    {[0, 1, 2, 3, 4].map((line) => (
      <Bone width="100%" height="40px" key={line} />
    ))}
  </div>
);
