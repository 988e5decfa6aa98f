// What was seen of a form on a website, as the API tells it.
import * as z from 'zod';
import { named } from './operation.ts';

const often = () => z.int().positive();

const seenShape = named('SeenOnWebsite', () =>
  z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('script'), count: often() }).describe('The form’s script.'),
    z.strictObject({ code: z.literal('element'), count: often() }).describe('Where the form is to be.'),
    z
      .strictObject({ code: z.literal('plain_form'), count: often() })
      .describe('HTML that posts to the form.'),
    z.strictObject({ code: z.literal('frame'), count: often() }).describe('The hosted page in a frame.'),
    z.strictObject({ code: z.literal('link'), count: often() }).describe('A link to the hosted page.'),
    z.strictObject({ code: z.literal('journal'), count: often() }).describe('The script without a form.'),
    z.strictObject({ code: z.literal('other_form'), form: z.string(), count: often() }),
    z
      .strictObject({ code: z.literal('other_host'), origin: z.string(), count: often() })
      .describe('A form of this name from elsewhere.'),
    z
      .strictObject({ code: z.literal('tag_manager'), container: z.string() })
      .describe('A container that might bring the form; what is in it is not looked at.'),
  ]),
);

const hindranceShape = named('HindranceOnWebsite', () =>
  z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('no_script') }).describe('An element, and nothing that fills it.'),
    z.strictObject({
      code: z.literal('policy'),
      directive: z.enum(['script-src', 'connect-src', 'frame-src', 'form-action']),
      by: z.enum(['header', 'page']).describe('Where the Content-Security-Policy stands.'),
    }),
    z
      .strictObject({ code: z.literal('website_not_listed'), origin: z.string() })
      .describe('The form names its websites, and this is none of them.'),
    z.strictObject({ code: z.literal('not_published') }),
  ]),
);

export const siteCheckShape = named('SiteCheck', () =>
  z.strictObject({
    verdict: z
      .enum(['found', 'hindered', 'maybe', 'not_found', 'not_reached'])
      .describe('`hindered`: it is there and will not work; `maybe`: a tag manager might bring it.'),
    url: z.string().describe('Where it ended, after redirects.'),
    status: z.int().nullable(),
    problem: z
      .string()
      .nullable()
      .describe('Why the page could not be read.')
      .meta({ examples: ['private_address', 'timeout', 'http_error', 'not_html', 'too_many_redirects'] }),
    isWhole: z.boolean().describe('False: not, or only its first two megabytes, were read.'),
    seen: z.array(seenShape()),
    hindrances: z.array(hindranceShape()),
  }),
);
