import type { ComponentProps } from 'react';
import { isObservable } from '../../src/domain/charter/brief/observable';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';

/** A text of what others are to see: where it names no number, no day and no deed, its help asks once more. */
export function ObservableArea({ help, ...area }: ComponentProps<typeof TextArea>) {
  const t = useText();
  return <TextArea {...area} help={isObservable(area.value) ? help : t('brief.observable')} />;
}
