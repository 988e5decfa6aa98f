// The link as a QR code, for paper and screens: on white, whatever the editor's own colours are, as cameras want it.
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { encode } from 'uqr';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { pageOf, type FormPlace } from './snippets.ts';

/** Quiet modules around it, as the standard has it. */
const border = 4;

export function QrPanel({ place }: { readonly place: FormPlace }) {
  const { size, path } = useMemo(() => drawn(pageOf(place)), [place]);
  const box = `0 0 ${size} ${size}`;
  return (
    <Panel
      title="QR code"
      action={
        <Button
          size="small"
          icon={<Download size={14} aria-hidden="true" />}
          onClick={() =>
            saveFile(
              `${place.name}.svg`,
              `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`,
              'image/svg+xml',
            )
          }
        >
          SVG
        </Button>
      }
    >
      <svg
        viewBox={box}
        role="img"
        aria-label="QR code of the link"
        shapeRendering="crispEdges"
        className="mx-auto block w-full max-w-50 rounded-control bg-white fill-black"
      >
        <path d={path} />
      </svg>
    </Panel>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
