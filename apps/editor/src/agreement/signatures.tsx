// Who signed what is in force, when, and the hash of what they signed.
import type { AgreementVersion } from '@baton/worker/api-types';
import { bothSides, momentOf, sideNames } from './version-words.ts';

type Props = {
  /** null: nothing is in force. */
  readonly version: AgreementVersion | null;
  readonly number: number;
  /** What stands above is not what was signed. */
  readonly isChanged: boolean;
};

export function Signatures({ version, number, isChanged }: Props) {
  return (
    <section aria-labelledby="signatures" className="mt-10 break-inside-avoid">
      <h3 id="signatures" className="flex gap-3 text-lg font-semibold">
        <span className="text-soft tabular-nums">{number}</span> Signatures
      </h3>
      {isChanged && (
        <p className="mt-2 text-sm text-soft">
          What stands above is a draft. Nobody has signed it; these signatures are for what is in force.
        </p>
      )}
      {version === null ? (
        <p className="mt-2 text-soft">Nobody has signed yet. It is in force once both sides have.</p>
      ) : (
        <SignatureList version={version} />
      )}
    </section>
  );
}

export function SignatureList({ version }: { readonly version: AgreementVersion }) {
  return (
    <>
      <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-x-6 gap-y-4">
        {bothSides.map((side) => {
          const signature = version.signatures.find(({ party }) => party === side);
          return (
            <div key={side} className="min-w-0 wrap-anywhere">
              <dt className="text-sm text-soft">For {sideNames[side].toLowerCase()}</dt>
              <dd className="mt-1 border-b border-line pb-2">
                {signature ? (
                  <>
                    <span className="text-lg font-medium">{signature.name}</span>
                    <span className="block text-sm text-soft">
                      {signature.by}, {momentOf(signature.at)}
                    </span>
                  </>
                ) : (
                  <span className="text-soft">
                    {version.state === 'proposed' ? 'Not signed yet' : 'Not signed'}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-4 text-xs text-soft">
        Version {version.version}, SHA-256 of what is signed:{' '}
        <code className="wrap-anywhere">{version.hash}</code>
      </p>
      {!version.sound && (
        <p role="alert" className="mt-2 text-bad">
          What is kept is not what was signed. It judges nobody.
        </p>
      )}
    </>
  );
}
