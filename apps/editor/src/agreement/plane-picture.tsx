// Leads of a period on the plane of fit and intent, over the regions of the tiers. The arrows go from lead to lead; the same
// stands in a table.
import { useState, type KeyboardEvent } from 'react';
import type { AgreementEvidence } from '@baton/worker/api-types';
import { Segments } from '../parts/segments.tsx';
import { useWidth } from '../parts/use-width.ts';
import { bandsOf, type Bounds } from './plane.ts';

type Lead = AgreementEvidence['dots'][number];

type Props = {
  readonly leads: readonly Lead[];
  readonly tiers: readonly { readonly id: string; readonly from: number }[];
  readonly bounds: Bounds;
};

/** Below this width the tiers are named without their points, which would run into each other. */
const narrow = 420;
/** Room for half a dot. */
const edge = 8;
const shades = ['fill-ink/3', 'fill-accent/10', 'fill-accent/22', 'fill-accent/34', 'fill-accent/46'];

const views = [
  { value: 'picture', label: 'Picture' },
  { value: 'table', label: 'Table' },
] as const;

export function PlanePicture(props: Props) {
  const [view, setView] = useState<'picture' | 'table'>('picture');
  return (
    <div>
      <div className="mb-3 flex justify-end">
        <Segments label="Shown as" value={view} onChange={setView} choices={views} />
      </div>
      {view === 'picture' ? <Picture {...props} /> : <Table leads={props.leads} tiers={props.tiers} />}
    </div>
  );
}

function Picture({ leads, tiers, bounds }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const [place, whole] = useWidth(600);
  const width = whole - 2 * edge;
  const height = Math.round(width * 0.62);
  const lead = at === null ? undefined : leads[at];
  const x = (fit: number): number => (fit / Math.max(1, bounds.fit)) * width;
  const y = (intent: number): number => height - (intent / Math.max(1, bounds.intent)) * height;
  // The lines of whoever is looked at; without anybody, of a lead that has done nothing yet.
  const bands = bandsOf(tiers, bounds, lead?.engagement ?? 0);
  const press = (event: KeyboardEvent): void => {
    const by =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (by === 0) return;
    event.preventDefault();
    setAt((before) => ((before ?? (by > 0 ? -1 : 0)) + by + leads.length) % leads.length);
  };
  return (
    <figure>
      <div
        ref={place}
        role="application"
        aria-label={`${leads.length} leads on the plane of fit and intent. The arrows go from lead to lead.`}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setAt(null)}
        className="rounded-control"
      >
        <svg
          width={whole}
          height={height + 2 * edge}
          viewBox={`${-edge} ${-edge} ${whole} ${height + 2 * edge}`}
          aria-hidden="true"
          className="block max-w-full"
        >
          {bands.map(({ id, corners }, index) => (
            <polygon
              key={id}
              points={corners.map(([fit, intent]) => `${x(fit)},${y(intent)}`).join(' ')}
              className={`${shades[Math.min(index, shades.length - 1)]} stroke-line`}
            />
          ))}
          {bands.map(({ id, from, corners }) =>
            corners.length === 0 ? null : (
              <text
                key={id}
                x={x(labelPlace(corners)[0]) + 6}
                y={y(labelPlace(corners)[1]) + 16}
                className="fill-soft text-[12px] font-medium"
              >
                {width < narrow ? id : `${id}, ${from}`}
              </text>
            ),
          )}
          {leads.map((one, index) => (
            <circle
              key={one.lead}
              cx={x(Math.min(bounds.fit, one.fit))}
              cy={y(Math.min(bounds.intent, one.intent))}
              r={index === at ? 8 : 4.5}
              onPointerEnter={() => setAt(index)}
              className={index === at ? 'fill-accent stroke-card stroke-2' : 'fill-ink/55 stroke-card'}
            />
          ))}
        </svg>
      </div>
      <figcaption className="mt-2 min-h-10 text-sm text-soft" aria-live="polite">
        {lead ? (
          <>
            <strong className="font-semibold text-ink">{lead.name}</strong>: {lead.total} points,{' '}
            {tierOf(lead, tiers)} — fit {lead.fit}, engagement {lead.engagement}, intent {lead.intent}
          </>
        ) : (
          <>
            Fit to the right, up to {bounds.fit}; intent upwards, up to {bounds.intent}. Each point of
            engagement brings the lines one nearer.
          </>
        )}
      </figcaption>
    </figure>
  );
}

function tierOf({ total }: Lead, tiers: Props['tiers']): string {
  const reached = tiers.filter(({ from }) => from <= total);
  return reached.toSorted((one, other) => other.from - one.from)[0]?.id ?? '';
}

/** The end of the tier's line at the upper edge. */
function labelPlace(corners: readonly (readonly [number, number])[]): readonly [number, number] {
  const top = Math.max(...corners.map(([, intent]) => intent));
  const left = Math.min(...corners.filter(([, intent]) => intent === top).map(([fit]) => fit));
  return [left, top];
}

function Table({ leads, tiers }: Pick<Props, 'leads' | 'tiers'>) {
  return (
    <div role="region" aria-label="Leads of the period" tabIndex={0} className="max-h-100 overflow-auto">
      <table className="w-full text-left tabular-nums">
        <thead className="sticky top-0 bg-card text-xs text-soft">
          <tr>
            <th className="py-1 font-normal">lead</th>
            {['fit', 'engagement', 'intent', 'total'].map((name) => (
              <th key={name} className="py-1 text-right font-normal">
                {name}
              </th>
            ))}
            <th className="py-1 pl-4 font-normal">tier</th>
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <tr key={lead.lead} className="border-t border-line">
              <th className="py-1.5 font-normal">{lead.name}</th>
              <td className="py-1.5 text-right text-soft">{lead.fit}</td>
              <td className="py-1.5 text-right text-soft">{lead.engagement}</td>
              <td className="py-1.5 text-right text-soft">{lead.intent}</td>
              <td className="py-1.5 text-right font-medium">{lead.total}</td>
              <td className="py-1.5 pl-4">{tierOf(lead, tiers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
