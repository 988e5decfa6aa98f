// The days of the ledger, one a line, and their sum.
import { RotateCw } from 'lucide-react';
import type { Ledger } from '@baton/worker/api-types';
import { stateNames } from '../inbox/stage-words.ts';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { countInWords } from '../parts/share.ts';
import { Tag } from '../parts/state.tsx';
import { balanceInWords, states, type Balance } from './balance.ts';
import { useRunAgain } from './queries.ts';

const dates = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** Stays in sight while the states are scrolled by. */
const first = 'sticky left-0 bg-card text-left whitespace-nowrap';
const cell = 'px-3 py-2 first:pl-4 last:pr-4';

type Props = { readonly ledger: Ledger; readonly mayWrite: boolean };

export function LedgerTable({ ledger, mayWrite }: Props) {
  const again = useRunAgain();
  return (
    <div
      role="region"
      aria-label="Days"
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-card"
    >
      <table className="w-full text-right tabular-nums">
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" className={classes(cell, first, 'font-medium')}>
              Day
            </th>
            <th scope="col" className={cell}>
              <span className="sr-only">Balance</span>
            </th>
            <th scope="col" className={classes(cell, 'font-medium')}>
              Accepted
            </th>
            {states.map((state) => (
              <th key={state} scope="col" className={classes(cell, 'font-medium')}>
                {stateNames[state]}
              </th>
            ))}
            <th scope="col" className={classes(cell, 'font-medium')}>
              Erased
            </th>
          </tr>
        </thead>
        <tbody>
          {ledger.days.map((one) => (
            <tr key={one.day} className="border-t border-line">
              <th scope="row" className={classes(cell, first, 'font-normal')}>
                <time dateTime={one.day}>{dates.format(Date.parse(one.day))}</time>
              </th>
              <td className={classes(cell, 'text-left whitespace-nowrap')}>
                {(!one.balanced || one.states.failed === 0 || !mayWrite) && (
                  <Tag tone={one.balanced ? 'good' : 'bad'}>{balanceInWords(one)}</Tag>
                )}
                {one.states.failed > 0 && mayWrite && (
                  <Button
                    size="small"
                    aria-label={`Run again what failed on ${one.day}`}
                    busy={again.isPending && again.variables === one.day}
                    disabled={again.isPending && again.variables !== one.day}
                    icon={<RotateCw size={14} aria-hidden="true" />}
                    onClick={() => again.mutate(one.day)}
                  >
                    Run again
                  </Button>
                )}
              </td>
              <Counts balance={one} />
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t-2 border-line font-semibold">
          <tr>
            <th scope="row" className={classes(cell, first, 'font-semibold')}>
              Together
            </th>
            <td className={cell} />
            <Counts balance={ledger.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Counts({ balance }: { readonly balance: Balance }) {
  return (
    <>
      <td className={classes(cell, 'font-medium')}>{countInWords(balance.accepted)}</td>
      {states.map((state) => (
        <Count key={state} count={balance.states[state]} isBad={state === 'failed'} />
      ))}
      <Count count={balance.erased} />
    </>
  );
}

/** What is none is there, but does not call. */
function Count({ count, isBad = false }: { readonly count: number; readonly isBad?: boolean }) {
  return (
    <td className={classes(cell, count === 0 ? 'text-soft' : isBad && 'font-semibold text-bad')}>
      {countInWords(count)}
    </td>
  );
}
