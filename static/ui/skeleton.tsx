/** A grey bar where something will be; sizes are CSS lengths. */
export function Bone({ width = '100%', height = '16px' }: { width?: string; height?: string }) {
  return <span className="hf-bone" style={{ width, height }} aria-hidden="true" />;
}

/** Lines of a text that is on its way. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="hf-stack" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <Bone key={line} width={`${90 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  );
}
