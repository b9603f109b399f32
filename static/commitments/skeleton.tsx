import { Bone } from '../ui/skeleton';

const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => (
    <div className="hf-commitment" key={line}>
      <div className="hf-stack">
        <Bone width={`${70 - line * 8}%`} height="20px" />
        <Bone width="90%" />
        <Bone width="45%" height="24px" />
      </div>
    </div>
  ));

/** The page's shape before its content: two columns of lines. Nothing moves when they arrive. */
export const CommitmentsSkeleton = () => (
  <div className="hf-commitments" aria-busy="true">
    <div className="hf-commitments-columns">
      <div className="hf-stack">
        <Bone width="160px" height="20px" />
        {lines(3)}
      </div>
      <div className="hf-stack">
        <Bone width="180px" height="20px" />
        {lines(2)}
      </div>
    </div>
  </div>
);
