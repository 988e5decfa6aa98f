// How each kind of value is asked for.
import { Suspense } from 'react';
import { isRecord } from '@baton/schema';
import { Check, SelectField, TextArea, TextField } from '../parts/field.tsx';
import { BlamesControl } from './blames-control.tsx';
import type { Control } from './clause-controls.ts';
import { DurationControl } from './duration-control.tsx';
import { RecipientControl } from './recipient-control.tsx';
import { useTermsDraft } from './terms-context.ts';
import { listAt } from './terms-draft.ts';
import { useValue } from './use-value.ts';
import { WeekControl } from './week-control.tsx';
import { later } from '../parts/later.tsx';

const ConditionControl = later(async () => (await import('./condition-control.tsx')).ConditionControl);

export type ControlProps = { readonly control: Control };

export function ControlShown({ control }: ControlProps) {
  switch (control.kind) {
    case 'text':
      return <TextControl control={control} />;
    case 'area':
      return <AreaControl control={control} />;
    case 'points':
    case 'count':
      return <NumberControl control={control} unit={1} />;
    case 'share':
      return <NumberControl control={control} unit={0.01} />;
    case 'percentage':
      return <PercentageControl control={control} />;
    case 'follow_up':
    case 'calendar':
      return <DurationControl control={control} />;
    case 'evidence':
    case 'decision':
      return (
        <Suspense fallback={null}>
          <ConditionControl control={control} />
        </Suspense>
      );
    case 'match':
      return <MatchControl control={control} />;
    case 'recipient':
    case 'person':
    case 'tell':
      return <RecipientControl control={control} />;
    case 'tier':
      return <TierControl control={control} />;
    case 'switch':
      return <SwitchControl control={control} />;
    case 'week':
      return <WeekControl control={control} />;
    case 'zone':
      return <ZoneControl control={control} />;
    case 'days':
      return <DaysControl control={control} />;
    case 'blames':
      return <BlamesControl control={control} />;
    case 'rhythm':
      return <RhythmControl control={control} />;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function TextControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  return (
    <div className="w-full sm:w-64">
      <TextField
        label={label}
        maxLength={200}
        value={textOf(value)}
        onChange={({ target }) => change(target.value)}
      />
    </div>
  );
}

function AreaControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  return (
    <div className="w-full">
      <TextArea
        label={label}
        value={textOf(value)}
        onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
      />
    </div>
  );
}

/** @param unit what one of what is typed is in the document */
function NumberControl({
  control: { label, path, optional },
  unit,
}: ControlProps & { readonly unit: number }) {
  const [value, change] = useValue(path);
  const shown = typeof value === 'number' ? String(unit === 1 ? value : Math.round(value / unit)) : '';
  return (
    <div className="w-36">
      <TextField
        label={unit === 1 ? label : `${label}, %`}
        type="number"
        step={1}
        value={shown}
        placeholder={optional ? 'None' : ''}
        onChange={({ target }) => {
          const typed = target.valueAsNumber;
          if (Number.isNaN(typed)) change(optional ? undefined : null);
          else change(unit === 1 ? typed : typed / 100);
        }}
      />
    </div>
  );
}

function PercentageControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  return (
    <div className="w-64">
      <TextField
        label={`${label}, %`}
        type="number"
        min={1}
        value={textOf(value).replace(/%$/, '')}
        onChange={({ target }) => change(`${target.value}%`)}
      />
    </div>
  );
}

function MatchControl({ control: { path } }: ControlProps) {
  const [value, change] = useValue(path);
  const match = isRecord(value) ? value : {};
  const kind = match['event'] === undefined ? 'path' : 'event';
  const text = textOf(match[kind]);
  return (
    <>
      <div className="w-40">
        <SelectField label="Seen by" value={kind} onChange={({ target }) => change({ [target.value]: text })}>
          <option value="path">the page’s path</option>
          <option value="event">an event</option>
        </SelectField>
      </div>
      <div className="w-56">
        <TextField
          label={kind === 'path' ? 'Path' : 'Event'}
          hint={kind === 'path' ? 'The whole path; * is anything: /blog/*' : 'Exactly as it is sent.'}
          value={text}
          onChange={({ target }) => change({ [kind]: target.value })}
        />
      </div>
    </>
  );
}

function TierControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  const tiers = listAt(useTermsDraft(), ['tiers']).flatMap((tier) =>
    isRecord(tier) ? [textOf(tier['id'])] : [],
  );
  return (
    <div className="w-64">
      <SelectField label={label} value={textOf(value)} onChange={({ target }) => change(target.value)}>
        {!tiers.includes(textOf(value)) && <option value={textOf(value)}>A tier that is gone</option>}
        {tiers.map((tier) => (
          <option key={tier}>{tier}</option>
        ))}
      </SelectField>
    </div>
  );
}

function SwitchControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  return (
    <Check
      className="self-end pb-1.5"
      label={label}
      checked={value === true}
      onChange={({ target }) => change(target.checked ? true : undefined)}
    />
  );
}

function ZoneControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  const current = textOf(value);
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <div className="w-72">
      <SelectField label={label} value={current} onChange={({ target }) => change(target.value)}>
        {!zones.includes(current) && <option>{current}</option>}
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
    </div>
  );
}

function DaysControl({ control: { label, path, hint } }: ControlProps) {
  const [value, change] = useValue(path);
  const days = Array.isArray(value) ? value.map(String) : [];
  return (
    <div className="w-64">
      <TextArea
        label={label}
        hint={hint}
        rows={5}
        defaultValue={days.join('\n')}
        onChange={({ target }) => change(target.value.split(/[\s,]+/).filter((day) => day !== ''))}
      />
    </div>
  );
}

const rhythms = [
  ['month', 'every month'],
  ['quarter', 'every quarter'],
  ['half_year', 'every half year'],
  ['year', 'every year'],
  ['never', 'never'],
] as const;

function RhythmControl({ control: { label, path } }: ControlProps) {
  const [value, change] = useValue(path);
  return (
    <div className="w-64">
      <SelectField
        label={label}
        value={textOf(value) || 'quarter'}
        onChange={({ target }) => change(target.value)}
      >
        {rhythms.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
