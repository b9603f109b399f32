import { useMemo } from 'react';
import { curveBasis, line as path } from 'd3-shape';
import { broughtBy, type PromiseGraph } from '../../../src/domain/report/graph/graph';
import { Text, useText } from '../../ui/text';
import { drawn } from './model/drawn';
import { BOX, pictureOf } from './model/layout';
import { sideLabel } from '../side-label';
import { toneOf } from './words';

const curve = path<readonly [number, number]>().curve(curveBasis);

/** What waits for what, drawn: the longest chain is emphasised. The table beside it says the same in words. */
export function DependencyPicture({ graph }: { graph: PromiseGraph }) {
  const t = useText();
  const shown = useMemo(() => drawn(graph), [graph]);
  const { width, height, boxes, arrows } = useMemo(() => pictureOf(shown), [shown]);
  // One step alone is no chain.
  const longest = graph.longest.length > 1 ? graph.longest : [];
  const chain = new Set(longest);
  const inChain = new Set(longest.flatMap((line) => [line.issueKey, broughtBy(line)]));
  return (
    <figure className="hf-graph">
      {/* Wider than the page where much hangs together: it scrolls by itself, also with the keyboard. */}
      <div className="hf-graph-scroll" role="region" aria-label={t('dependencies.pictureLabel')} tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
          <defs>
            <marker
              id="hf-graph-tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto-start-reverse"
            >
              <path d="M0 0 8 4 0 8Z" />
            </marker>
          </defs>
          {arrows.map(({ line, points }, at) => (
            <path
              key={at}
              className={`hf-graph-arrow hf-graph-${toneOf(line)}${chain.has(line) ? ' hf-graph-chain' : ''}`}
              d={curve(points) ?? ''}
              markerEnd="url(#hf-graph-tip)"
            />
          ))}
          {boxes.map(({ node: { name, issueKey, side }, x, y }) => (
            <g key={name} transform={`translate(${x} ${y})`}>
              <rect
                className={`hf-graph-box${inChain.has(name) ? ' hf-graph-chain' : ''}`}
                width={BOX.width}
                height={BOX.height}
                rx="4"
              />
              <foreignObject width={BOX.width} height={BOX.height}>
                <div className="hf-graph-words">
                  <strong>{issueKey ?? sideLabel(side, t)}</strong>
                  {issueKey !== undefined && <span className="hf-small">{sideLabel(side, t)}</span>}
                </div>
              </foreignObject>
            </g>
          ))}
        </svg>
      </div>
      {shown.nodes.length < graph.nodes.length && (
        <figcaption className="hf-subtle">
          <Text
            id="dependencies.pictureCut"
            values={{ shown: shown.nodes.length, all: graph.nodes.length }}
          />
        </figcaption>
      )}
    </figure>
  );
}
