import { Bone } from '../ui/skeleton';

export const FiguresSkeleton = () => (
  <div className="hf-report-tiles" aria-hidden="true">
    {[0, 1, 2].map((figure) => (
      <div className="hf-card hf-tile" key={figure}>
        <div className="hf-tile-head">
          <Bone width="50%" />
        </div>
        <div className="hf-tile-body">
          <Bone width="72px" height="28px" />
        </div>
        <div className="hf-tile-since">
          <Bone width="70%" height="12px" />
        </div>
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
    <TableSkeleton />
  </div>
);
