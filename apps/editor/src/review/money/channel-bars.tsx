// What channels brought, as bars, the longest first; each names its value.
type Bar = { readonly name: string; readonly value: number; readonly says: string };

const [width, rowHeight, nameWidth, valueWidth] = [520, 30, 130, 90];

export function ChannelBars({ bars }: { readonly bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const room = width - nameWidth - valueWidth;
  return (
    <svg
      viewBox={`0 0 ${width} ${bars.length * rowHeight}`}
      aria-hidden="true"
      className="h-auto w-full min-w-100"
    >
      {bars.map(({ name, value, says }, index) => {
        const y = index * rowHeight;
        const long = most === 0 ? 0 : Math.max(value > 0 ? 2 : 0, (value / most) * room);
        return (
          <g key={name}>
            <text x={nameWidth - 12} y={y + 19} textAnchor="end" className="fill-ink text-[13px]">
              {name.length > 18 ? `${name.slice(0, 17)}…` : name}
            </text>
            <rect x={nameWidth} y={y + 6} width={room} height={18} rx="4" className="fill-ink/5" />
            <rect x={nameWidth} y={y + 6} width={long} height={18} rx="4" className="fill-accent" />
            <text
              x={nameWidth + long + 8}
              y={y + 19}
              className="fill-ink text-[13px] font-medium tabular-nums"
            >
              {says}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
