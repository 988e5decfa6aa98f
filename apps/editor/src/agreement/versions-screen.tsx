// Every version of the agreement there has been, the latest first, each to be opened as it was.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, Failed, Loading, Tag } from '../parts/state.tsx';
import { agreementVersionsQuery } from '../server/agreement-queries.ts';
import { bothSides, dayOf, lifeInWords, stateNames, stateTones } from './version-words.ts';

export function VersionsScreen() {
  const { data, isError, error, refetch } = useQuery(agreementVersionsQuery);
  if (isError && !data) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={5} />;
  return (
    <div className="mx-auto max-w-290 px-4 py-6 md:px-8">
      <title>Versions · Agreement · Baton</title>
      <div className="rounded-card border border-line bg-card">
        {data.versions.length === 0 ? (
          <Empty title="No version yet">A draft becomes one when it is proposed.</Empty>
        ) : (
          <ul>
            {data.versions.map((version) => (
              <li
                key={version.version}
                className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-line px-5 py-4 not-first:border-t hover:bg-ink/3"
              >
                <div className="min-w-0 flex-1 basis-60">
                  <Link
                    to={
                      version.state === 'proposed'
                        ? '/agreement/proposals/$version'
                        : '/agreement/versions/$version'
                    }
                    params={{ version: String(version.version) }}
                    className="font-medium after:absolute after:inset-0"
                  >
                    Version {version.version}
                  </Link>
                  <p className="text-sm text-soft">
                    Proposed by {version.proposedByName}, {dayOf(version.proposedAt)}
                    {version.note === null ? '' : ` — ${version.note}`}
                  </p>
                </div>
                <p className="text-sm text-soft">{lifeInWords(version)}</p>
                <span className="flex gap-1" aria-label="Signed by">
                  {bothSides
                    .filter((side) => version.signatures.some(({ party }) => party === side))
                    .map((side) => (
                      <Tag key={side}>{side}</Tag>
                    ))}
                </span>
                <Tag tone={stateTones[version.state]}>{stateNames[version.state]}</Tag>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
