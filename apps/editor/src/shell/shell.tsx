// The frame of every screen but the builder: where one can go, and who is here.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import {
  BookCheck,
  ChartNoAxesColumn,
  Building2,
  FileText,
  Handshake,
  History,
  Inbox,
  KeyRound,
  LogOut,
  Send,
  ShieldAlert,
  Tags,
  UserRound,
  Users,
  UsersRound,
} from 'lucide-react';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { classes } from '../parts/classes.ts';
import { Loading } from '../parts/state.tsx';
import { waitingQuery } from '../quarantine/queries.ts';
import { meQuery } from '../server/queries.ts';
import { Connection } from './connection.tsx';
import { Guarded } from './guarded.tsx';
import { Mark } from './mark.tsx';
import { later } from '../parts/later.tsx';

// Most people have one workspace.
const WorkspaceMenu = later(async () => (await import('./workspace-menu.tsx')).WorkspaceMenu);

export function Shell() {
  return (
    <div className="flex min-h-dvh flex-col md:grid md:grid-cols-[232px_1fr] print:block!">
      <a
        href="#main"
        className="absolute -top-20 left-4 z-50 rounded-control bg-card px-4 py-2 shadow-raised focus:top-3"
      >
        Skip to the page
      </a>
      <header className="border-line bg-card print:hidden max-md:border-b md:sticky md:top-0 md:h-dvh md:border-r">
        <Guarded>
          <Suspense fallback={<Loading />}>
            <Side />
          </Suspense>
        </Guarded>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        <Connection />
        <Guarded>
          <Suspense fallback={<Loading lines={6} />}>
            <Outlet />
          </Suspense>
        </Guarded>
      </main>
    </div>
  );
}

/** In the order of a lead's way and of how often one is there. */
const screens = [
  { to: '/inbox', Sign: Inbox, name: 'Inbox' },
  { to: '/quarantine', Sign: ShieldAlert, name: 'Quarantine' },
  { to: '/ledger', Sign: BookCheck, name: 'Ledger' },
  { to: '/review', Sign: ChartNoAxesColumn, name: 'Review' },
  { to: '/forms', Sign: FileText, name: 'Forms' },
  { to: '/agreement', Sign: Handshake, name: 'Agreement' },
  { to: '/companies', Sign: Building2, name: 'Companies' },
  { to: '/teams', Sign: UsersRound, name: 'Teams' },
  { to: '/attributes', Sign: Tags, name: 'Attributes' },
  { to: '/destinations', Sign: Send, name: 'Destinations' },
] as const;

function Side() {
  const { data: me } = useSuspenseQuery(meQuery);
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone it is wider than the screen: where one is, is in sight.
  useEffect(() => {
    nav.current
      ?.querySelector('[data-status=active]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const isAdmin = me.actor.role === 'admin';
  return (
    <div className="flex h-full items-center gap-2 px-3 py-2 md:flex-col md:items-stretch md:gap-6 md:py-4">
      <div className="flex min-w-0 items-center gap-2.5 px-2 font-semibold">
        <Mark />
        {me.workspaces.length > 1 ? (
          <Suspense fallback={<WorkspaceName name={me.workspace.name} />}>
            <WorkspaceMenu me={me} />
          </Suspense>
        ) : (
          <WorkspaceName name={me.workspace.name} />
        )}
      </div>
      <nav
        ref={nav}
        aria-label="Baton"
        className="flex min-w-0 flex-1 gap-1 overflow-x-auto max-md:[&_a]:shrink-0 max-md:[&_svg]:hidden md:flex-col"
      >
        {screens.map(({ to, Sign, name }) => (
          <Link key={to} to={to} className={itemClasses} activeProps={{ className: activeClasses }}>
            <Sign size={16} aria-hidden="true" /> {name}
            {to === '/quarantine' && <Suspects />}
          </Link>
        ))}
        {isAdmin && (
          <>
            <Link to="/changes" className={itemClasses} activeProps={{ className: activeClasses }}>
              <History size={16} aria-hidden="true" /> Changes
            </Link>
            <Place href="/people" icon={<Users size={16} aria-hidden="true" />}>
              People
            </Place>
            <Place href="/keys" icon={<KeyRound size={16} aria-hidden="true" />}>
              Keys
            </Place>
          </>
        )}
      </nav>
      <div className="flex gap-1 md:flex-col">
        <Place href="/account" icon={<UserRound size={16} aria-hidden="true" />}>
          <span className="truncate max-md:sr-only">{me.actor.name ?? me.actor.email ?? 'Account'}</span>
        </Place>
        <form method="post" action="/sign-out">
          <button className={classes(itemClasses, 'w-full')}>
            <LogOut size={16} aria-hidden="true" /> <span className="max-md:sr-only">Sign out</span>
          </button>
        </form>
      </div>
    </div>
  );
}

/** How many wait in the quarantine, where any do. */
function Suspects() {
  const { data } = useQuery(waitingQuery);
  if (data === undefined || data.count === 0) return null;
  const count = data.more ? `${data.count}+` : data.count;
  return (
    <span className="rounded-full bg-warn/12 px-1.5 text-xs font-medium text-warn tabular-nums md:ml-auto">
      {count}
      <span className="sr-only"> to look at</span>
    </span>
  );
}

function WorkspaceName({ name }: { readonly name: string }) {
  return (
    <span className="truncate max-md:sr-only" title={name}>
      {name}
    </span>
  );
}

const activeClasses = 'bg-ink/6 text-ink font-medium';

const itemClasses =
  'flex h-9 min-w-0 items-center gap-2.5 rounded-control px-2.5 text-soft hover:bg-ink/6 hover:text-ink [&>svg]:shrink-0';

type PlaceProps = { readonly href: string; readonly icon: ReactNode; readonly children: ReactNode };

/** A page that the worker draws itself. */
function Place({ href, icon, children }: PlaceProps) {
  return (
    <a href={href} className={itemClasses}>
      {icon}
      {children}
    </a>
  );
}
