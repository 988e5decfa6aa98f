// A network that fails: it stands between a browser and a worker and lets three requests in ten come to nothing, each
// at another moment. The worst is the one that arrived and whose answer is lost.
import { createServer, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';

/** What became of requests. */
type Fates = Record<
  | 'passed'
  | 'delayed'
  | 'cut before it arrived'
  | 'cut before its answer'
  | 'cut within its answer'
  | 'never answered',
  number
>;

export type BadNetwork = {
  readonly url: string;
  readonly fates: Fates;
  /** Ids of the submissions that were sent as final, as often as they came. */
  readonly ids: string[];
  /** From now on everything passes. */
  readonly calm: () => void;
  readonly close: () => Promise<void>;
};

const loss = 0.3;

/** Starts one before `target`, a port of this machine. */
export async function startBadNetwork(target: number, chance: Chance): Promise<BadNetwork> {
  const fates: Fates = {
    passed: 0,
    delayed: 0,
    'cut before it arrived': 0,
    'cut before its answer': 0,
    'cut within its answer': 0,
    'never answered': 0,
  };
  const ids: string[] = [];
  const sockets = new Set<Socket>();
  let isCalm = false;

  const fateOfNext = (): keyof Fates => {
    if (isCalm) return 'passed';
    if (!chance.happens(loss)) return chance.happens(0.3) ? 'delayed' : 'passed';
    return chance.oneOf([
      'cut before it arrived',
      'cut before its answer',
      'cut before its answer',
      'cut within its answer',
      'never answered',
    ]);
  };

  const server = createServer((client) => {
    const worker = connect(target, '127.0.0.1');
    let fate: keyof Fates = 'passed';
    let going = Promise.resolve();
    const cut = (): void => {
      client.destroy();
      worker.destroy();
    };
    for (const socket of [client, worker]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    const forward = async (bytes: Buffer): Promise<void> => {
      const text = bytes.toString('latin1');
      if (/^(GET|POST|OPTIONS|HEAD) /.test(text)) {
        fate = fateOfNext();
        fates[fate] += 1;
      }
      if (fate === 'cut before it arrived') return cut();
      if (fate === 'delayed') await pause(chance.between(10, 400));
      if (fate === 'never answered') return void pause(chance.between(100, 1_500)).then(cut);
      const [, id] = /"id":"([0-9a-f-]{36})","version":\d+,"final":true/.exec(text) ?? [];
      if (id !== undefined) ids.push(id);
      worker.write(bytes);
    };
    client.on('data', (bytes) => {
      going = going.then(() => forward(bytes));
    });
    worker.on('data', (bytes) => {
      if (fate === 'cut before its answer') return cut();
      if (fate !== 'cut within its answer') return void client.write(bytes);
      return void client.write(bytes.subarray(0, chance.between(1, bytes.length - 1)), cut);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The network has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    fates,
    ids,
    calm() {
      isCalm = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
