// Who is told of alerts, and who gets the weekly report and when.
import type { ReviewAlerts } from '@baton/worker/api-types';
import { Check, SelectField } from '../../parts/field.tsx';
import { useAlertChange } from './alerts-query.ts';

type Settings = ReviewAlerts['settings'];
type Side = Settings['alerts']['to'][number];

const sides = [
  { id: 'admin', name: 'Admins' },
  { id: 'marketing', name: 'Marketing' },
  { id: 'sales', name: 'Sales' },
] as const;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Props = { readonly settings: Settings; readonly mail: boolean; readonly mayChange: boolean };

export function ReviewSettings({ settings, mail, mayChange }: Props) {
  const change = useAlertChange();
  const keep = (next: Settings) =>
    change.mutate({ path: '/api/review/settings', method: 'PUT', body: next, says: 'Kept' });
  const { alerts, report } = settings;
  const toggled = (to: readonly Side[], side: Side): Side[] =>
    to.includes(side) ? to.filter((one) => one !== side) : [...to, side];
  return (
    <section aria-labelledby="who" className="rounded-card border border-line bg-card p-5">
      <h2 id="who" className="font-semibold">
        Who is told
      </h2>
      {!mail && <p className="mt-1 text-sm text-warn">Mail is not set up, so nobody gets any.</p>}
      <p className="mt-1 text-sm text-soft">
        Slack, Teams, webhooks and other addresses ask for alerts under Destinations.
        {!mayChange && ' Admins change this.'}
      </p>
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        <fieldset disabled={!mayChange} className="grid content-start gap-2">
          <legend className="mb-2 font-medium">Alerts, by mail</legend>
          {sides.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={alerts.to.includes(id)}
              onChange={() => keep({ ...settings, alerts: { to: toggled(alerts.to, id) } })}
            />
          ))}
        </fieldset>
        <fieldset disabled={!mayChange} className="grid content-start gap-2">
          <legend className="mb-2 font-medium">The weekly report, by mail</legend>
          {sides.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              checked={report.to.includes(id)}
              onChange={() => keep({ ...settings, report: { ...report, to: toggled(report.to, id) } })}
            />
          ))}
          <SelectField
            label="When the doors open on"
            value={report.weekday}
            onChange={(event) =>
              keep({ ...settings, report: { ...report, weekday: Number(event.currentTarget.value) } })
            }
          >
            {weekdays.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </SelectField>
          {report.stopped.length > 0 && (
            <p className="mt-2 text-sm text-soft">Stopped by {report.stopped.join(', ')}.</p>
          )}
        </fieldset>
      </div>
    </section>
  );
}
