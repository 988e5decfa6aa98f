// A webhook receiver that costs next to nothing: it notes when a request arrived and says yes.
import { createServer } from 'node:net';

export type QuickReceiver = {
  readonly url: string;
  /** Called with each request's text, as soon as it is there. */
  onRequest: (text: string, at: number) => void;
  readonly close: () => void;
};

const yes = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

export async function startQuickReceiver(): Promise<QuickReceiver> {
  const server = createServer({ noDelay: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      const at = performance.now();
      text += part;
      const end = text.indexOf('\r\n\r\n');
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
      if (end < 0 || Buffer.byteLength(text) < end + 4 + length) return;
      socket.write(yes);
      receiver.onRequest(text, at);
      text = '';
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  const receiver: QuickReceiver = {
    url: `http://127.0.0.1:${address.port}/hook`,
    onRequest: () => undefined,
    close: () => server.close(),
  };
  return receiver;
}
