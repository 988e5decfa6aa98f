// A page of lines, and the form on it.
import type { Embed } from '@baton/form';

const forms: Readonly<Record<Embed['mode'], readonly [x: number, y: number, width: number, height: number]>> =
  {
    inline: [20, 30, 80, 34],
    popup: [34, 14, 52, 46],
    slidein: [76, 28, 38, 38],
    page: [0, 0, 120, 72],
  };

export function ModePicture({ mode }: { readonly mode: Embed['mode'] }) {
  const [x, y, width, height] = forms[mode];
  const [left, wide] = mode === 'page' ? [38, 44] : [x + 6, width - 12];
  const top = mode === 'page' ? 18 : y + 6;
  return (
    <svg
      viewBox="0 0 120 72"
      aria-hidden="true"
      className="block w-full rounded-[5px] border border-line bg-ground"
    >
      <g className="fill-ink/15">
        <rect x="20" y="10" width="50" height="5" rx="2.5" />
        <rect x="20" y="20" width="80" height="3" rx="1.5" />
        {mode !== 'inline' &&
          [27, 34, 41, 48, 55].map((line) => (
            <rect key={line} x="20" y={line} width={line % 2 ? 80 : 68} height="3" rx="1.5" />
          ))}
      </g>
      {mode === 'popup' && <rect width="120" height="72" className="fill-black/25" />}
      <rect
        {...{ x, y, width, height }}
        rx={mode === 'page' ? 0 : 4}
        className="fill-card stroke-accent"
        strokeWidth={mode === 'page' ? 0 : 1.5}
      />
      <rect x={left} y={top} width={wide * 0.6} height="3" rx="1.5" className="fill-ink/40" />
      <rect x={left} y={top + 7} width={wide} height="6" rx="2" className="fill-ground stroke-line" />
      <rect
        x={left}
        y={top + 17}
        width={Math.min(wide * 0.45, 22)}
        height="6"
        rx="2"
        className="fill-accent"
      />
    </svg>
  );
}
