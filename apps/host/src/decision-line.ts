// Puts the worker's lines into words for a terminal: one line a decision, with what was delivered at its end. Pure:
// no clock, no output. Whatever came from outside is printed without its control characters.
import type { BugLine, DecisionLine, DeliveryLine } from './log-line.ts';

/** How words are set off from each other. */
export type Style = {
  readonly soft: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
};

const same = (text: string): string => text;
const code = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

/** No colours: for files, pipes and NO_COLOR. */
export const plain: Style = { soft: same, strong: same, good: same, bad: same };

/** The terminal's own colours, so that they suit light and dark. */
export const coloured: Style = {
  soft: code(2, 22),
  strong: code(1, 22),
  good: code(32, 39),
  bad: code(31, 39),
};

/** One decision: time, who, form, fit/engagement/intent = total, tier, owner, deadline, deliveries so far. */
export function decisionText(
  line: DecisionLine,
  deliveries: readonly DeliveryLine[],
  style: Style,
  localZone?: string,
): string {
  const parts = [
    `${style.soft(clock(line.at, localZone))}  ${style.strong(printable(line.email ?? 'somebody'))}`,
    printable(line.form),
    scoreText(line),
    stateText(line, style),
    ...deliveries.map((delivery) => deliveryText(delivery, style, localZone)),
  ];
  return parts.filter((part) => part !== '').join(style.soft(' · '));
}

/** A delivery that ended after its decision was printed, or belongs to none; `who` is the lead's e-mail. */
export function lateDeliveryText(
  line: DeliveryLine,
  at: number,
  who: string | null,
  style: Style,
  localZone?: string,
): string {
  const about = who === null ? '' : `${style.strong(printable(who))}${style.soft(' · ')}`;
  const to = style.soft(`to ${printable(line.to)}`);
  return `${style.soft(clock(at, localZone))}  ${about}${deliveryText(line, style, localZone)} ${to}`;
}

/** What went wrong inside, with the id that the visitor's answer carries. */
export function bugText(line: BugLine, style: Style): string {
  const id = line.requestId === null ? '' : ` (request ${printable(line.requestId)})`;
  return (
    style.bad(`Something broke: ${printable(line.message)}${id}`) +
    (line.stack === null ? '' : `\n${line.stack}`)
  );
}

function scoreText({ score }: DecisionLine): string {
  if (score === null) return '';
  return `${score.fit}/${score.engagement}/${score.intent} = ${score.total}`;
}

function stateText(line: DecisionLine, style: Style): string {
  const owner = line.owner === null ? 'nobody' : printable(line.owner.name);
  const tier = line.tier === null ? '' : `${printable(line.tier)}${style.soft(' · ')}`;
  switch (line.state) {
    case 'handed_off':
      return `${tier}${style.good(owner)}${deadlineText(line)}`;
    case 'in_hand':
      return `${tier}in hand with ${owner}`;
    case 'nurture':
      return line.tier === 'nurture' || line.tier === null ? 'nurture' : `${tier}not qualified`;
    case 'unagreed':
      return 'stored, no agreement in force';
    case 'failed':
      return style.bad('stored, but judging it failed');
    default:
      return printable(line.state);
  }
}

/** ` by Mon 10:15 (15 min)`, on the clock of the agreement's zone; with the date when it is a week away. */
function deadlineText({ deadline, timeZone, at }: DecisionLine): string {
  const due = deadline === null ? Number.NaN : Date.parse(deadline);
  if (Number.isNaN(due)) return '';
  const far = due - at > 6 * 86_400_000;
  const words = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === null ? {} : { timeZone }),
    ...(far ? { day: 'numeric', month: 'short' } : {}),
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return ` by ${words.format(due).replaceAll(',', '')} (${spanText(due - at)})`;
}

/** A span of ms in the two largest units that matter, minutes rounded. */
function spanText(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${minutes} min`;
}

function deliveryText(line: DeliveryLine, style: Style, localZone?: string): string {
  const kind = line.kind === 'email' ? 'e-mail' : printable(line.kind);
  if (line.state === 'delivered') {
    const tries = line.attempt > 1 ? ` at try ${line.attempt}` : '';
    return `${kind} ${Math.round(line.ms)} ms${tries}`;
  }
  const reason = printable(line.status === null ? (line.error ?? 'failed') : String(line.status));
  if (line.state === 'disabled') return style.bad(`${kind} ${reason}, destination switched off`);
  if (line.state === 'dead') return style.bad(`${kind} ${reason}, given up after ${tries(line.attempt)}`);
  const next = line.nextAt === null ? '' : `, again at ${clock(Date.parse(line.nextAt), localZone)}`;
  return style.bad(`${kind} ${reason}${next}`);
}

const tries = (count: number): string => (count === 1 ? '1 try' : `${count} tries`);

function clock(at: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat('en-GB', { ...zone, timeStyle: 'medium' }).format(at);
}

/** Text that cannot move the cursor, change colours or break the line. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
