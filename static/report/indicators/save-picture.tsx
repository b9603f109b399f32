import type { MouseEvent } from 'react';
import Button from '@atlaskit/button/default/button';
import { downloadBlob } from '../../ui/download';
import { flag } from '../../ui/flags';
import { useText } from '../../ui/text';

/** Saves the chart of the card it stands in as a PNG for a slide. `title`: what stands above it. */
export function SavePicture({ name, title }: { name: string; title: string }) {
  const t = useText();
  const save = async ({ currentTarget }: MouseEvent<HTMLElement>): Promise<void> => {
    const svg = currentTarget.closest('.hf-card')?.querySelector<SVGSVGElement>('.hf-chart svg');
    if (!svg) return;
    try {
      const { pictureOf } = await import('./picture-of');
      downloadBlob(`${name}.png`, await pictureOf(svg, title));
    } catch {
      flag('error', t('drift.noPicture'), '');
    }
  };
  return (
    <Button
      appearance="subtle"
      spacing="compact"
      aria-label={t('drift.savePictureOf', { title })}
      onClick={(event) => void save(event)}
    >
      {t('drift.savePicture')}
    </Button>
  );
}
