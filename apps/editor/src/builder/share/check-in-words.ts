// What was seen of a form on a website, in plain words, and what to do next.
import type { SiteCheck } from '@baton/worker/api-types';
import type { Tone } from '../../parts/state.tsx';

export type CheckInWords = {
  readonly tone: Tone;
  readonly title: string;
  readonly seen: readonly string[];
  /** What keeps it from working, each with what to do. */
  readonly hindrances: readonly string[];
  readonly next: string | null;
};

export function checkInWords(check: SiteCheck, address: string): CheckInWords {
  const seen = check.seen.map(seenInWords);
  const hindrances = check.hindrances.map((hindrance) => hindranceInWords(hindrance, address));
  const cut =
    check.isWhole || check.verdict === 'not_reached' ? [] : ['Only the first two megabytes were read.'];
  const said = { seen: [...seen, ...cut], hindrances };
  switch (check.verdict) {
    case 'found':
      return {
        ...said,
        tone: 'good',
        title: 'It is there',
        next: 'Open the page and send one answer to be sure.',
      };
    case 'hindered':
      return { ...said, tone: 'bad', title: 'It is there, and will not work', next: null };
    case 'maybe':
      return {
        ...said,
        tone: 'warn',
        title: 'A tag manager may bring it',
        next: 'What is in a container is not looked at. Open the page: if the form does not come, publish the container.',
      };
    case 'not_found':
      return {
        ...said,
        tone: 'warn',
        title: 'It is not on this page',
        next: 'Paste the script’s line into the page, and publish the website. What a page puts there only later, as apps of one page do, is not seen from here.',
      };
    case 'not_reached':
      return {
        ...said,
        tone: 'bad',
        title: 'The page could not be read',
        next: problemInWords(check.problem, check.status),
      };
  }
}

function seenInWords(seen: SiteCheck['seen'][number]): string {
  switch (seen.code) {
    case 'script':
      return times('The form’s script', seen.count);
    case 'element':
      return times('A place for the form (<baton-form>)', seen.count);
    case 'plain_form':
      return times('A plain form that posts to it', seen.count);
    case 'frame':
      return times('Its own page in a frame', seen.count);
    case 'link':
      return times('A link to its own page', seen.count);
    case 'journal':
      return times('The script that keeps the journal, without a form', seen.count);
    case 'other_form':
      return times(`Another form, “${seen.form}”`, seen.count);
    case 'other_host':
      return times(`A form of this name from ${seen.origin}`, seen.count);
    case 'tag_manager':
      return `A tag manager’s container, ${seen.container}`;
  }
}

function times(what: string, count: number): string {
  return count === 1 ? what : `${what}, ${count} times`;
}

function hindranceInWords(hindrance: SiteCheck['hindrances'][number], address: string): string {
  switch (hindrance.code) {
    case 'no_script':
      return 'There is a place for the form, and no script that fills it. Paste the script’s line as well.';
    case 'policy':
      return `The website’s Content-Security-Policy lets it not in. Whoever runs the website adds ${address} to ${hindrance.directive}${hindrance.by === 'page' ? ', in the page’s own <meta>' : ''}.`;
    case 'website_not_listed':
      return `The form names its websites, and ${hindrance.origin} is none of them. Add it on the Embed tab, and publish.`;
    case 'not_published':
      return 'The form is not published yet. Publish it, and look again.';
  }
}

function problemInWords(problem: string | null, status: number | null): string {
  switch (problem ?? '') {
    case 'http_error':
      return `The website answered with ${status ?? 'an error'}. Is the address right, and can it be seen without signing in?`;
    case 'timeout':
      return 'It did not answer within ten seconds. Try again in a moment.';
    case 'not_html':
      return 'There is something other than a page at this address.';
    case 'too_many_redirects':
      return 'It leads on and on to other addresses. Try the last of them.';
    case 'private_address':
      return 'The address is of a private network. Baton looks at public websites alone.';
    case 'unknown_host':
      return 'There is no website of this name. Is the address right?';
    case 'tls_failed':
      return 'The website’s certificate is not in order. Whoever runs it has to mend that: browsers warn of it too.';
    case 'port_refused':
      return 'Baton looks at no address with a port of its own.';
    default:
      return 'It could not be reached from where Baton runs. Is the address right?';
  }
}
