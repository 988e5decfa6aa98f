// Prints decisions as they happen. A decision waits up to a second for its deliveries, so that what usually takes
// milliseconds stands on its own line; what ends later gets a line to itself.
import { type Style, bugText, decisionText, lateDeliveryText } from './decision-line.ts';
import type { DecisionLine, DeliveryLine, LogLine } from './log-line.ts';

/** What it prints with; `waitMs` is how long a decision waits, a second unless told. */
export type PrinterOptions = {
  readonly write: (line: string) => void;
  readonly style: Style;
  readonly waitMs?: number;
};

/** Takes the worker's lines; `flush` prints at once whatever still waits. */
export type DecisionPrinter = { readonly take: (line: LogLine) => void; readonly flush: () => void };

type Waiting = {
  readonly decision: DecisionLine;
  readonly deliveries: DeliveryLine[];
  readonly timer: NodeJS.Timeout;
};

const remembered = 1_000;

/** Makes a printer. */
export function createDecisionPrinter(options: PrinterOptions): DecisionPrinter {
  const { write, style, waitMs = 1_000 } = options;
  const waiting = new Map<string, Waiting>();
  const early = new Map<string, { readonly line: DeliveryLine; readonly timer: NodeJS.Timeout }>();
  const printed = new Map<string, string | null>();

  const print = (submission: string): void => {
    const found = waiting.get(submission);
    if (found === undefined) return;
    clearTimeout(found.timer);
    waiting.delete(submission);
    write(decisionText(found.decision, found.deliveries, style));
    remember(printed, submission, found.decision.email);
  };

  const printIfWhole = (submission: string): void => {
    const found = waiting.get(submission);
    if (found === undefined) return;
    const ended = new Set(found.deliveries.map((delivery) => delivery.id));
    if (found.decision.deliveries.every((id) => ended.has(id))) print(submission);
  };

  const takeDecision = (decision: DecisionLine): void => {
    print(decision.submission);
    const deliveries: DeliveryLine[] = [];
    for (const id of decision.deliveries) {
      const found = early.get(id);
      if (found === undefined) continue;
      clearTimeout(found.timer);
      early.delete(id);
      deliveries.push(found.line);
    }
    const timer = setTimeout(() => print(decision.submission), waitMs);
    waiting.set(decision.submission, { decision, deliveries, timer });
    printIfWhole(decision.submission);
  };

  const printLate = (line: DeliveryLine): void => {
    const found = early.get(line.id);
    if (found !== undefined) clearTimeout(found.timer);
    early.delete(line.id);
    const who = line.submission === null ? null : (printed.get(line.submission) ?? null);
    write(lateDeliveryText(line, Date.now(), who, style));
  };

  const takeDelivery = (line: DeliveryLine): void => {
    const found = line.submission === null ? undefined : waiting.get(line.submission);
    if (line.submission !== null && found?.decision.deliveries.includes(line.id) === true) {
      found.deliveries.push(line);
      return printIfWhole(line.submission);
    }
    // A first try may be told before the decision it belongs to; anything else is late.
    if (line.submission === null || line.attempt > 1 || printed.has(line.submission)) return printLate(line);
    early.set(line.id, { line, timer: setTimeout(() => printLate(line), waitMs) });
  };

  return {
    take(line) {
      if (line.baton === 'decision') takeDecision(line);
      else if (line.baton === 'delivery') takeDelivery(line);
      else write(bugText(line, style));
    },
    flush() {
      for (const submission of waiting.keys()) print(submission);
      for (const { line } of early.values()) printLate(line);
    },
  };
}

function remember(map: Map<string, string | null>, key: string, value: string | null): void {
  map.set(key, value);
  const oldest = map.size > remembered ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}
