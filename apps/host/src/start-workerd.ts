// Starts workerd on a configuration and settles when Baton answers.
import { type GuardedProcess, startGuarded } from './guarded-process.ts';
import { hostEnvironment } from './host-environment.ts';
import { PlainError } from './plain-error.ts';
import { PortTaken } from './port.ts';
import { untilAnswering } from './until-answering.ts';
import { type OutputReaders, readOutput } from './worker-output.ts';
import { isNoise, workerdProgram } from './workerd-program.ts';

/** What to start and whom to tell. */
export type WorkerdStart = Omit<OutputReaders, 'isNoise'> & {
  readonly config: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
};

const answerWithinMs = 15_000;

/** Throws `PortTaken` or an error with workerd's words; nothing runs then. */
export async function startWorkerd(start: WorkerdStart): Promise<GuardedProcess> {
  const env = { ...hostEnvironment(), ...start.settings };
  const workerd = await startGuarded([workerdProgram(), 'serve', start.config], { env });
  const { said } = readOutput(workerd, { ...start, isNoise });
  const problem = await untilAnswering(workerd, start.port, answerWithinMs);
  if (problem === null) return workerd;
  await workerd.kill();
  if (said.some((line) => /address already in use/i.test(line))) throw new PortTaken(start.port);
  throw new PlainError([`Baton did not start: ${problem}.`, ...said].join('\n'));
}
