// Nothing is agreed yet: what that means, and how one begins.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AgreementState, Me } from '@baton/worker/api-types';
import { Button, buttonClasses } from '../parts/button.tsx';
import { Empty } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { refusalInWords } from '../server/refusal.ts';
import { saveDraft } from './open-draft.ts';
import { templateAgreement } from './template.ts';
import type { Surroundings } from './terms-context.ts';
import { waitsInWords } from './version-words.ts';

type Props = { readonly state: AgreementState; readonly around: Surroundings; readonly me: Me };

export function NoAgreement({ state, around, me }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const people = [...around.people.values()];
  const somebody = people.find(({ party }) => party === 'sales') ?? people[0];
  const begin = useMutation({
    mutationFn: (fallback: string) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return saveDraft(0, null, templateAgreement({ attributes: around.catalogue, fallback, timeZone }));
    },
    onError: (error) => say(refusalInWords(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement'] }),
  });
  const proposal = state.proposals[0];
  const mayWrite = me.rights.includes('agreement.write');
  return (
    <div className="mx-auto max-w-200 px-4 py-6 md:px-8 md:py-8">
      <title>Agreement · Baton</title>
      <h1 className="mb-6 text-2xl font-semibold tracking-tight">Agreement</h1>
      <div className="rounded-card border border-line bg-card">
        <Empty
          title={proposal ? 'An agreement waits to be signed' : 'Nothing is agreed yet'}
          action={
            <>
              {proposal && (
                <Link
                  to="/agreement/proposals/$version"
                  params={{ version: String(proposal.version) }}
                  className={buttonClasses('main')}
                >
                  Read proposal {proposal.version}
                </Link>
              )}
              <Link to="/review/start" className={buttonClasses('plain')}>
                Start from past leads
              </Link>
              {mayWrite && somebody !== undefined && (
                <Button
                  look={proposal ? 'plain' : 'main'}
                  busy={begin.isPending}
                  onClick={() => begin.mutate(somebody.email)}
                >
                  Begin an agreement
                </Button>
              )}
            </>
          }
        >
          Marketing and sales write down what a qualified lead is, who gets it and how soon. Until both have
          signed, submissions are kept, and nobody is handed off.
          {proposal && (
            <p className="mt-2 font-medium text-ink">
              {`Proposal ${proposal.version} by ${proposal.proposedByName}: ${waitsInWords(proposal).toLowerCase()}.`}
            </p>
          )}
          {mayWrite && somebody === undefined && (
            <p className="mt-2">
              Somebody has to get the leads:{' '}
              <Link to="/teams" className="text-accent underline underline-offset-2">
                add people
              </Link>{' '}
              first.
            </p>
          )}
        </Empty>
      </div>
    </div>
  );
}
