// The demo around a Baton: the website on the port after it, the letterbox on the next, its SMTP server on the next.
import { type Letterbox, type Website, demoWebhookSecret, startLetterbox, startWebsite } from '@baton/demo';
import { freePort } from './port.ts';

/** The demo's addresses beside a Baton at `port`, and the settings that send its notifications there. */
export type DemoPlaces = {
  readonly website: string;
  readonly letterbox: string;
  readonly trusted: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
};

/** Where the demo beside this port is. */
export function demoPlaces(port: number): DemoPlaces {
  return {
    website: `http://127.0.0.1:${port + 1}`,
    letterbox: `http://127.0.0.1:${port + 2}`,
    trusted: [`127.0.0.1:${port + 2}`],
    settings: {
      BATON_SMTP: `smtp://127.0.0.1:${port + 3}`,
      BATON_MAIL_FROM: 'Baton <baton@rampline.example>',
    },
  };
}

/** Starts both. Throws `PortTaken` with nothing left running. */
export async function startDemo(
  port: number,
): Promise<{ readonly letterbox: Letterbox; readonly close: () => Promise<void> }> {
  const places = demoPlaces(port);
  await freePort(port + 1, 'the demo website');
  await freePort(port + 2, 'the letterbox');
  await freePort(port + 3, 'the letterbox for e-mail');
  const letterbox = await startLetterbox({
    port: port + 2,
    smtpPort: port + 3,
    secrets: [demoWebhookSecret],
    form: `${places.website}/demo`,
  });
  let website: Website;
  try {
    website = await startWebsite({ port: port + 1, baton: `http://127.0.0.1:${port}` });
  } catch (error) {
    await letterbox.close();
    throw error;
  }
  return {
    letterbox,
    async close() {
      await Promise.all([website.close(), letterbox.close()]);
    },
  };
}
