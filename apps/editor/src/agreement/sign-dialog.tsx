// The signature: what it does is said first, then it is given over the hash of the words that were shown.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgreementVersion } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { countInWords } from '../parts/share.ts';
import { useSay } from '../parts/toast.tsx';
import { replayQuery, versionPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { sideNames, unsignedSides, type Side } from './version-words.ts';

type Props = {
  readonly version: AgreementVersion;
  readonly side: Side;
  readonly inForce: AgreementVersion | null;
  readonly onClose: () => void;
};

export function SignDialog({ version, side, inForce, onClose }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const { data: replay } = useQuery(replayQuery(version.version, 90));
  const others = unsignedSides(version).filter((one) => one !== side);
  const isLast = others.length === 0;
  const colleague = version.signatures.find(({ party }) => party === side);
  const sign = useMutation({
    mutationFn: () =>
      ask<AgreementVersion>(`${versionPath(version.version)}/sign`, {
        method: 'POST',
        body: { hash: version.hash },
      }),
    onSuccess: async ({ state }) => {
      say(state === 'in_force' ? `Version ${version.version} is in force.` : 'You have signed.');
      await queries.invalidateQueries({ queryKey: ['agreement'] });
      await queries.invalidateQueries({ queryKey: ['workspace'] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Sign proposal ${version.version} for ${side}`}
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button look="main" busy={sign.isPending} onClick={() => sign.mutate()}>
            Sign for {side}
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-2 pl-5">
        {colleague && (
          <li>
            {colleague.name} has signed for {side} already. Yours takes its place only where that one does not
            count any more: its signer has lost the role, or left the people of the workspace.
          </li>
        )}
        <li>
          {!isLast
            ? `In force from the second ${others.join(' and ')} signs. Until then nothing changes.`
            : colleague
              ? 'It is then in force at once, and every lead that comes after is judged by it.'
              : 'In force from the second you sign: every lead that comes after is judged by it.'}
        </li>
        {inForce && <li>Version {inForce.version} is then replaced. It stays readable.</li>}
        <li>
          Known leads are rescored in the background. None is handed off before its next event
          {replay ? `; ${countInWords(replay.waiting)} of them would be handed off then.` : '.'}
        </li>
        <li>A signature cannot be taken back. What was agreed is changed by a new proposal.</li>
      </ul>
      <p className="mt-4 text-xs text-soft">
        You sign for {sideNames[side].toLowerCase()}: <code className="wrap-anywhere">{version.hash}</code>
      </p>
      {sign.isError && (
        <p role="alert" className="mt-3 text-bad">
          {refusalInWords(sign.error)}
        </p>
      )}
    </Dialog>
  );
}
