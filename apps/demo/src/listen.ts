// Listens on loopback and says plainly when a port is somebody else's.
import type { Server } from 'node:http';

/** Settles with the port when the server listens. Throws when the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => reject(isTaken(error) ? taken(port, error) : error);
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('A TCP server has a port.'));
      else resolve(address.port);
    });
  });
}

/** Whether an error says that the address is in use. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** The same in plain words. */
export function taken(port: number, cause: unknown): Error {
  return new Error(`Port ${port} is taken.`, { cause });
}
