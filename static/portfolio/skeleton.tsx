import { Bone } from '../ui/skeleton';

/** What follows the line that says what is shown: a sentence, the tools, how far it is, and lines. */
export const LinesSkeleton = () => (
  <div className="hf-stack" aria-hidden="true">
    <div className="hf-portfolio-summary">
      <Bone width="70%" height="24px" />
    </div>
    <Bone width="420px" height="62px" />
    <div className="hf-portfolio-progress">
      <Bone width="200px" />
    </div>
    {[0, 1, 2, 3].map((line) => (
      <Bone height="68px" key={line} />
    ))}
  </div>
);

/** The page's shape before its content. */
export const PortfolioSkeleton = () => (
  <div className="hf-portfolio hf-stack" aria-hidden="true">
    <Bone width="280px" height="24px" />
    <LinesSkeleton />
  </div>
);
