import { Bone } from '../ui/skeleton';

export const FiguresSkeleton = () => (
  <div className="hf-report-figures" aria-hidden="true">
    {[0, 1, 2].map((figure) => (
      <div className="hf-card hf-figure" key={figure}>
        <Bone width="96px" height="28px" />
        <Bone width="70%" />
        <Bone width="112px" height="24px" />
      </div>
    ))}
  </div>
);

export const TableSkeleton = () => (
  <div className="hf-report-skeleton" aria-hidden="true">
    {Array.from({ length: 8 }, (_, line) => (
      <Bone key={line} height="24px" width={`${100 - ((line * 7) % 12)}%`} />
    ))}
  </div>
);

/** Everything before Jira has said who is looking. */
export const ReportSkeleton = () => (
  <div className="hf-report">
    <FiguresSkeleton />
    <div aria-hidden="true">
      <Bone height="40px" />
    </div>
    <TableSkeleton />
  </div>
);
