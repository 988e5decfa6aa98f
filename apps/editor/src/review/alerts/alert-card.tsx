// One alert: what it says, its evidence as a picture and by parts, and what mutes it.
import { percent, rateOf } from '@baton/review/alerts';
import { useState } from 'react';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Tag } from '../../parts/state.tsx';
import { AlertPicture } from './alert-picture.tsx';
import { useAlertChange, type Alert } from './alerts-query.ts';

const endings = {
  recovered: 'Back as it was',
  settled: 'So for four weeks: this is how it is now',
  gone: 'Nothing is counted any more',
} as const;

export function AlertCard({ alert, mayMute }: { readonly alert: Alert; readonly mayMute: boolean }) {
  const [isShown, setShown] = useState(alert.closedAt === null);
  const { title, says, formName, closedWhy, muted, openedAt } = alert;
  return (
    <article className="rounded-card border border-line bg-card p-5">
      <div className="flex flex-wrap items-start gap-2">
        <h3 className="min-w-0 flex-1 basis-80 font-semibold text-balance">{title}</h3>
        {muted && <Tag>Muted</Tag>}
        {closedWhy === null ? <Tag tone="bad">Open</Tag> : <Tag>{endings[closedWhy]}</Tag>}
      </div>
      <p className="mt-1 text-sm text-soft">
        Found <Ago at={openedAt} />
      </p>
      <ul className="mt-3 grid gap-1">
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2 print:hidden">
        <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide the evidence' : 'Show the evidence'}
        </Button>
        {mayMute && !muted && <MuteMenu alert={alert} formName={formName} />}
      </div>
      {isShown && (
        <div className="mt-4 grid gap-4">
          <AlertPicture alert={alert} />
          <Parts alert={alert} />
        </div>
      )}
    </article>
  );
}

function MuteMenu({ alert, formName }: { readonly alert: Alert; readonly formName: string }) {
  const change = useAlertChange();
  const mute = (scope: 'this' | 'form' | 'what', span: 'week' | 'ever') => () =>
    change.mutate({
      path: `/api/review/alerts/${alert.id}/mute`,
      method: 'POST',
      body: { scope, span },
      says: 'Muted',
    });
  return (
    <Menu trigger={<Button>Mute</Button>} align="start">
      <MenuItem onPick={mute('this', 'week')}>This for a week</MenuItem>
      <MenuItem onPick={mute('this', 'ever')}>This for ever</MenuItem>
      <MenuItem onPick={mute('form', 'week')}>All of “{formName}” for a week</MenuItem>
      <MenuItem onPick={mute('form', 'ever')}>All of “{formName}” for ever</MenuItem>
      <MenuItem onPick={mute('what', 'week')}>Alerts like this of any form for a week</MenuItem>
    </Menu>
  );
}

function Parts({ alert: { evidence } }: { readonly alert: Alert }) {
  if (evidence.kind === 'silence' || evidence.parts.length === 0) return null;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="By part">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">What is missing, by part</caption>
        <thead>
          <tr className="border-b border-line text-left text-soft">
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Part
            </th>
            {['Before', 'Now', 'Missing'].map((name) => (
              <th key={name} scope="col" className="py-1.5 pl-4 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.parts.slice(0, 12).map(({ kind, word, name, before, now, missing, isSuspect }) => (
            <tr key={`${kind} ${word}`} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <span className="text-soft">{kind}</span> {name} {isSuspect && <Tag tone="warn">Suspect</Tag>}
              </th>
              <td className="py-1.5 pl-4 text-right">{before.of === 0 ? '–' : percent(rateOf(before))}</td>
              <td className="py-1.5 pl-4 text-right">{now.of === 0 ? '–' : percent(rateOf(now))}</td>
              <td className="py-1.5 pl-4 text-right">{Math.round(missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {evidence.parts.some(({ kind }) => kind === 'source' || kind === 'device') && (
        <p className="mt-2 text-xs text-soft">
          Of those who merely see or begin a form nobody keeps a source or a device: their shares are of all.
        </p>
      )}
    </div>
  );
}
