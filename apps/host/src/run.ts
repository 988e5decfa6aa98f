// What `npm start` and `npm run dev` share: flags, the demo around Baton, the workspace, what is printed, the end.
// They differ only in what runs the worker.
import { join, relative, resolve } from 'node:path';
import { demoWorkspace } from '@baton/demo';
import { repository } from './build-runtime.ts';
import { type Style, coloured, plain } from './decision-line.ts';
import { createDecisionPrinter } from './decision-printer.ts';
import { demoPlaces, startDemo } from './demo-parts.ts';
import { type Flags, help, parseFlags } from './flags.ts';
import { greetingText } from './greeting.ts';
import { documentHash, recall, remember } from './host-memory.ts';
import { formIds, importWorkspace, readWorkspaceFile } from './import-workspace.ts';
import type { InstanceOptions } from './instance.ts';
import { ownerLink } from './owner-link.ts';
import { PlainError } from './plain-error.ts';
import { freePort } from './port.ts';
import { type StartPlan, planStart } from './start-plan.ts';
import { type Ending, untilAskedToStop } from './until-stopped.ts';

/** A running worker, as far as this needs it. */
type Running = {
  readonly url: string;
  readonly ownerKey: string;
  readonly ownerKeyFile: string | null;
  readonly ownerKeyIsNew: boolean;
  readonly stop: () => Promise<void>;
  /** Absent where a crash ends everything. */
  readonly restart?: () => Promise<void>;
};

/** What runs the worker; `say` prints a line. */
type Host = (options: InstanceOptions, say: (line: string) => void) => Promise<Running>;

/** Runs until asked to stop and ends the process. */
export async function run(host: Host): Promise<void> {
  try {
    const flags = parseFlags(process.argv.slice(2), process.env);
    if (flags.help) process.stdout.write(help);
    else process.exitCode = await runUntilStopped(host, flags);
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}

async function runUntilStopped(host: Host, flags: Flags): Promise<number> {
  const style = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' ? coloured : plain;
  const closers: (() => Promise<void>)[] = [];
  const asked = untilAskedToStop();
  const stopAll = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const running = startAll(host, flags, style, closers);
    // Asked to stop while it starts: what has started by then is stopped below, in order.
    const ending = await Promise.race([asked, running.then(({ crashed }) => Promise.race([asked, crashed]))]);
    if (ending.code !== 130) say(ending.why === 'SIGTERM' ? 'Stopping.' : `Stopping: ${ending.why}.`);
    await running.catch(() => undefined);
    return ending.code;
  } finally {
    await stopAll();
  }
}

type Closers = (() => Promise<void>)[];

async function startAll(
  host: Host,
  flags: Flags,
  style: Style,
  closers: Closers,
): Promise<{ crashed: Promise<Ending> }> {
  const home = process.env['INIT_CWD'] ?? process.cwd();
  const data = flags.data === null ? join(repository, '.baton/data') : resolve(home, flags.data);
  const memory = await recall(data);
  const plan = planStart(flags, memory);
  const workspace = await documentOf(plan, flags.port, home);
  const places = plan.demo ? demoPlaces(flags.port) : null;
  await freePort(flags.port);
  if (plan.demo) closers.push((await startDemo(flags.port)).close);

  const printer = createDecisionPrinter({ write: say, style });
  closers.push(async () => printer.flush());
  let end: (ending: Ending) => void = () => undefined;
  const crashed = new Promise<Ending>((resolve) => (end = resolve));
  let onCrash = (how: string): void => end({ why: `Baton ended with ${how}`, code: 1 });
  const baton = await host(
    {
      port: flags.port,
      data,
      env: { ...places?.settings, ...process.env },
      allowPrivate: flags.allowPrivate,
      trusted: places?.trusted ?? [],
      onLine: printer.take,
      onCrash: (how) => onCrash(how),
    },
    say,
  );
  closers.push(baton.stop);
  onCrash = restarting(baton, end);

  const hash = workspace === null ? null : documentHash(workspace.document);
  if (workspace !== null && hash !== memory?.imported) {
    const { news, warnings } = await importWorkspace(baton, workspace.document, workspace.name);
    for (const line of news) say(`Imported: ${line}`);
    for (const line of warnings) say(`Warning: ${line.trim()}`);
  }
  await remember(data, { demo: plan.demo, imported: hash ?? memory?.imported ?? null });
  const greeting = {
    url: baton.url,
    publicUrl: (process.env['BATON_URL'] ?? baton.url).replace(/\/+$/, ''),
    forms: await formIds(baton),
    website: places?.website ?? null,
    letterbox: places?.letterbox ?? null,
    ownerLink: await ownerLink(baton),
    ownerKey: { key: baton.ownerKey, file: shortPath(baton.ownerKeyFile), isNew: baton.ownerKeyIsNew },
    data: shortPath(data) ?? data,
  };
  for (const line of greetingText(greeting, style)) say(line);
  return { crashed };
}

async function documentOf(
  plan: StartPlan,
  port: number,
  home: string,
): Promise<{ readonly name: string; readonly document: string } | null> {
  if (plan.workspace === null) return null;
  if (plan.workspace === 'demo')
    return { name: 'The demo', document: JSON.stringify(demoWorkspace(demoPlaces(port))) };
  const { file } = plan.workspace;
  return { name: file, document: await readWorkspaceFile(resolve(home, file), file) };
}

/** Starts a crashed worker again, up to five times a minute; then, or where that cannot be done, it is the end. */
function restarting(baton: Running, end: (ending: Ending) => void): (how: string) => void {
  const crashes: number[] = [];
  return (how) => {
    crashes.push(performance.now());
    const often = crashes.filter((at) => performance.now() - at < 60_000).length > 5;
    if (baton.restart === undefined || often) return end({ why: `Baton ended with ${how}`, code: 1 });
    say(`Baton ended with ${how}. Starting it again.`);
    baton
      .restart()
      .catch((error: unknown) =>
        end({ why: error instanceof Error ? error.message : String(error), code: 1 }),
      );
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Relative where that is shorter to read. */
function shortPath(path: string | null): string | null {
  const near = path === null ? null : relative(process.cwd(), path);
  return near === null || near.startsWith('..') ? path : near;
}
