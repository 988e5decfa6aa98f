// Where a workspace begins: its first thirty days, past leads and what they came to, and a first agreement from them.
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../server/queries.ts';
import { AgreementPanel } from './agreement-panel.tsx';
import { BaselinePanel } from './baseline-panel.tsx';
import { FirstDaysPanel } from './first-days-panel.tsx';
import { ImportPanel } from './import-panel.tsx';

export function StartScreen() {
  const { data: me } = useQuery(meQuery);
  const mayRead = me?.rights.includes('leads.read') === true;
  const mayTake = me?.rights.includes('leads.write') === true;
  return (
    <div className="mx-auto max-w-300 space-y-6 px-4 py-6 md:px-8 md:py-8">
      <title>Start from history · Baton</title>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Start from history</h1>
        <p className="text-soft">What you know already is where the agreement begins.</p>
      </div>
      <FirstDaysPanel />
      {mayTake && <ImportPanel />}
      {mayRead && <BaselinePanel />}
      {mayRead && <AgreementPanel />}
    </div>
  );
}
