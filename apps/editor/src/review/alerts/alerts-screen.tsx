// Alerts: open ones, what is muted, past ones, and who is told.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { watchedNames } from '@baton/review/alerts';
import type { ReviewAlerts } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { meQuery } from '../../server/queries.ts';
import { AlertCard } from './alert-card.tsx';
import { alertsQuery, useAlertChange } from './alerts-query.ts';
import { ReviewSettings } from './review-settings.tsx';

export function AlertsScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const alerts = useQuery(alertsQuery);
  if (alerts.isError && alerts.data === undefined)
    return <Failed error={alerts.error} again={() => void alerts.refetch()} />;
  if (alerts.data === undefined) return <Loading lines={8} label="Loading the alerts" />;
  const { alerts: all, mutes, settings, mail, watching } = alerts.data;
  const open = all.filter(({ closedAt }) => closedAt === null);
  const past = all.filter(({ closedAt }) => closedAt !== null);
  const mayMute = me.actor.role !== 'viewer';
  return (
    <div className="grid gap-6">
      <title>Alerts · Baton</title>
      {open.length === 0 ? (
        <Empty title="Nothing to be alarmed about">
          {watching
            ? 'Every form is looked at once an hour: whether fewer begin it, send it, qualify or are accepted than usual, and whether leads stay away.'
            : 'A day after the first submission, every form is looked at once an hour.'}
        </Empty>
      ) : (
        <section aria-label="Open alerts" className="grid gap-4">
          {open.map((alert) => (
            <AlertCard key={alert.id} alert={alert} mayMute={mayMute} />
          ))}
        </section>
      )}
      {mutes.length > 0 && <Muted mutes={mutes} mayMute={mayMute} />}
      <ReviewSettings settings={settings} mail={mail} mayChange={me.actor.role === 'admin'} />
      {past.length > 0 && (
        <section aria-labelledby="past" className="grid gap-4">
          <h2 id="past" className="text-lg font-semibold">
            Over
          </h2>
          {past.map((alert) => (
            <AlertCard key={alert.id} alert={alert} mayMute={false} />
          ))}
        </section>
      )}
    </div>
  );
}

function Muted({ mutes, mayMute }: { readonly mutes: ReviewAlerts['mutes']; readonly mayMute: boolean }) {
  const change = useAlertChange();
  return (
    <section aria-labelledby="muted" className="rounded-card border border-line bg-card p-5">
      <h2 id="muted" className="font-semibold">
        Muted
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {mutes.map(({ form, formName, what, until, by }) => (
          <li key={`${form} ${what}`} className="flex flex-wrap items-center gap-2 py-2">
            <span className="min-w-0 flex-1 basis-60">
              {what === '*' ? 'Everything' : watchedNames[what]} of{' '}
              {formName === null ? 'any form' : `“${formName}”`}
              <span className="block text-sm text-soft">
                {until === null ? 'For ever' : `Until ${until.slice(0, 10)}`}, by {by}
              </span>
            </span>
            {mayMute && (
              <Button
                onClick={() =>
                  change.mutate({
                    path: '/api/review/unmute',
                    method: 'POST',
                    body: { form, what },
                    says: 'Told again',
                  })
                }
              >
                Unmute
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
