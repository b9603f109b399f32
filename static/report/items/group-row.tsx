import type { KeyboardEvent } from 'react';
import ClosedIcon from '@atlaskit/icon/core/chevron-right';
import OpenIcon from '@atlaskit/icon/core/chevron-down';
import { Text, useText } from '../../ui/text';
import type { Group, Grouping } from '../rows/group';
import { groupNone, nameOfGroup } from './words';

/** The line above a group: what its rows have in common, how many they are, how many of them are at risk. */
export function GroupRow({
  group,
  by,
  isOpen,
  columns,
  onToggle,
}: {
  group: Group;
  by: Exclude<Grouping, 'none'>;
  isOpen: boolean;
  /** How many columns it spans. */
  columns: number;
  onToggle: (id: string) => void;
}) {
  const t = useText();
  const { id, name, rows, atRisk } = group;
  const Icon = isOpen ? OpenIcon : ClosedIcon;
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'ArrowLeft' && isOpen) || (event.key === 'ArrowRight' && !isOpen)) {
      event.preventDefault();
      onToggle(id);
    }
  };
  return (
    <div role="cell" aria-colspan={columns} className="hf-report-group">
      <button
        type="button"
        className="hf-report-toggle"
        aria-expanded={isOpen}
        onClick={() => onToggle(id)}
        onKeyDown={onKeyDown}
      >
        <Icon label="" size="small" color="currentColor" />
        <span className="hf-report-group-name">
          {name === null ? <Text id={groupNone[by]} /> : nameOfGroup(by, name, t)}
        </span>
      </button>
      <span className="hf-subtle">
        <Text id="report.groupCount" values={{ count: rows.length, atRisk }} />
      </span>
    </div>
  );
}
