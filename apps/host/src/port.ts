// Which port to listen on: the one that was asked for if it is free, or any free one. Loopback only.
import { createServer } from 'node:net';
import { PlainError } from './plain-error.ts';

/** A port somebody else listens on; `message` is for the person who asked for it. */
export class PortTaken extends PlainError {
  readonly port: number;
  constructor(port: number, what = 'Baton') {
    super(`Port ${port} is taken, ${what} cannot listen there. Choose another with --port.`);
    this.port = port;
  }
}

/** Gives `port` if it is free and any free one for 0. Throws `PortTaken`. */
export async function freePort(port: number, what?: string): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', (error) => reject(isTaken(error) ? new PortTaken(port, what) : error));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('A TCP server has a port.'));
        else resolve(address.port);
      });
    });
  } finally {
    server.close();
  }
}

/** Whether an error says that the address is in use. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
