// An SVG of the page as a PNG that the browser saves: drawn twice as large, with the colours that it has on the page.

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

const scale = 2;
const edge = 24;
const titleHeight = 32;

/** Settles when the browser has it. */
export async function pictureOf(svg: SVGSVGElement, title: string, name: string): Promise<void> {
  const box = svg.getBoundingClientRect();
  const image = await drawn(withOwnStyles(svg, box));
  const canvas = document.createElement('canvas');
  canvas.width = (box.width + 2 * edge) * scale;
  canvas.height = (box.height + 2 * edge + titleHeight) * scale;
  const paper = canvas.getContext('2d');
  if (paper === null) throw new Error('This browser cannot draw.');
  const style = getComputedStyle(document.documentElement);
  paper.scale(scale, scale);
  paper.fillStyle = style.getPropertyValue('--card').trim() || '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = style.getPropertyValue('--ink').trim() || '#111';
  paper.font = `600 16px ${getComputedStyle(document.body).fontFamily}`;
  paper.fillText(title, edge, edge + 14);
  paper.drawImage(image, edge, edge + titleHeight, box.width, box.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be made.');
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Outside the page there are no style sheets. */
function withOwnStyles(svg: SVGSVGElement, box: DOMRect): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of an SVG is no SVG.');
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const property of kept) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  return new XMLSerializer().serializeToString(copy);
}

async function drawn(text: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return image;
}
