// A real Baton with all around it that it talks to, each step of which can be its last.
import { dirname } from 'node:path';
import { type Baton, startBaton } from '../baton.ts';
import { deskFile } from '../desk-file.ts';
import { type Outside, startSteppedMail, startSteppedReceiver } from './outside.ts';
import { Steps } from './steps.ts';

export type Scene = {
  readonly baton: Baton;
  readonly receiver: Outside;
  readonly mails: Outside;
  readonly steps: Steps;
  /** Deliveries that a line was printed of. */
  readonly printed: ReadonlySet<string>;
  readonly close: () => Promise<void>;
};

export async function startScene(): Promise<Scene> {
  const steps = new Steps(() => void process.kill(baton.instance.pid, 'SIGKILL'));
  const printed = new Set<string>();
  const receiver = await startSteppedReceiver(steps);
  const mails = await startSteppedMail(steps);
  const baton = await startBaton(
    [
      { id: 'crm', kind: 'webhook', url: `${receiver.url}/crm`, on: ['lead.handed_off', 'lead.accepted'] },
      { id: 'all', kind: 'webhook', url: `${receiver.url}/all`, on: ['lead.received'] },
    ],
    { BATON_SMTP: mails.url, BATON_MAIL_FROM: 'Baton <baton@sender.example>' },
    (line) => {
      if (line.baton === 'delivery') printed.add(line.id);
      steps.reached(`a line: ${line.baton}`);
    },
  );
  const stopWatching = steps.watchDisk(dirname(await deskFile(baton.data)));
  return {
    baton,
    receiver,
    mails,
    steps,
    printed,
    async close() {
      stopWatching();
      await baton.close();
      await receiver.close();
      await mails.close();
    },
  };
}
