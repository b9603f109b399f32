/** A slide shows it larger than the page does. */
const SCALE = 3;
const PADDING = 16;
const TITLE_ROOM = 28;

/** What a drawing takes from the page's theme, and would lose outside it. */
const THEMED = ['fill', 'stroke', 'font-family', 'font-size', 'font-weight'] as const;

/** The drawing with the theme's colours and letters written into it, as an address an image can load. */
function addressOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg, copy].map((one) => [one, ...one.querySelectorAll('*')]);
  from?.forEach((element, index) => {
    const shown = getComputedStyle(element);
    const target = to?.[index];
    for (const name of THEMED) target?.setAttribute(name, shown.getPropertyValue(name));
    target?.removeAttribute('style');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

/**
 * A chart as a PNG for a slide, in the colours of the theme it is shown in, under a title.
 *
 * @throws Error where the browser cannot draw it
 */
export async function pictureOf(svg: SVGSVGElement, title: string): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(svg);
  await image.decode();
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * PADDING) * SCALE;
  canvas.height = (height + 2 * PADDING + TITLE_ROOM) * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(SCALE, SCALE);
  const card = svg.closest('.hf-card') ?? document.body;
  const { backgroundColor, color, fontFamily } = getComputedStyle(card);
  pen.fillStyle = backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = color;
  pen.font = `600 14px ${fontFamily}`;
  pen.fillText(title, PADDING, PADDING + 14, width);
  pen.drawImage(image, PADDING, PADDING + TITLE_ROOM, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
