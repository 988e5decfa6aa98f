// Who is called when. Each lane, which is one web address or the mail server, has a few tries at once, so that one
// which hangs holds up nobody else. Storage holds the queue; a lane only knows what it is doing now and how it went
// lately. A restart forgets that, and a few tries learn it anew.

/** Tries at once in a lane that answers. It starts with one, and every try that gets through opens it by one. */
const wide = 4;
/** So many that got through may wait to be written down while others are tried. After a crash they would go out again. */
const mostUnstored = 16;
/** So many that are due in a lane are known without a look at storage. */
const mostKnown = 64;
/** So many failures in a row and the lane rests between its tries, which are one at a time from the first failure. */
const patience = 5;
/** A rest is a tenth of the time that the lane has been failing, within these bounds, ms. */
const rests = { share: 0.1, least: 100, most: 5_000 };
/** A failure that took so long, ms, held a connection. A host may allow no more than six at once. */
const slow = 2_000;
/** Tries at once in all lanes together whose last one failed slowly. */
const slowLimit = 2;

/** How a try went, for the lane: `neither` says nothing of the other side; what is `gone` is not the lane's any more. */
export type Outcome = 'through' | 'failed' | 'neither' | 'gone';

/** A try that is over. */
export type Tried = {
  readonly outcome: Outcome;
  /** Whether it could be written down, once that is known; until then the delivery stays due. It must not reject. */
  readonly stored: Promise<boolean>;
};

export type LaneWork = {
  /** Makes one try. It must not reject. */
  readonly attempt: (delivery: number) => Promise<Tried>;
  /** What is due in a lane now, the longest due first. */
  readonly due: (lane: string, limit: number) => readonly number[];
  /** Epoch ms. */
  readonly now: () => number;
  /** Asks for {@link Lanes.resume} at this instant. */
  readonly wake: (at: number) => void;
  /** Goes on with this work on its own. */
  readonly later: (work: Promise<void>) => void;
};

export type Failing = {
  /** Failed tries in a row. */
  readonly failures: number;
  /** When the first of them began, epoch ms. */
  readonly since: number;
  /** It is left alone for a moment, whatever waits. */
  readonly rests: boolean;
};

type Lane = {
  readonly name: string;
  readonly running: Set<number>;
  /** They got through, and that is not written down yet. */
  readonly unstored: Set<number>;
  /** They are due, and next: the longest due first. */
  readonly next: number[];
  width: number;
  failures: number;
  /** When the first of these failures began, epoch ms. */
  failingSince: number;
  restUntil: number;
  isSlow: boolean;
  /** More may be due than is being tried, and than is next. */
  hasMore: boolean;
  isQueued: boolean;
  /** All that is due is in hand, in the lane that it was in before. */
  isElsewhere: boolean;
};

export class Lanes {
  readonly #work: LaneWork;
  readonly #lanes = new Map<string, Lane>();
  /** Tried, or through and not written down, in whatever lane: a delivery may come to be another one's. */
  readonly #inHand = new Set<number>();
  /** Slow lanes that wait for one of the few places they share. */
  readonly #queue: Lane[] = [];

  constructor(work: LaneWork) {
    this.#work = work;
  }

  /** Starts what there is room for; the rest stays due and follows. Fulfilled when what was started is done. */
  async run(deliveries: readonly { readonly id: number; readonly lane: string }[]): Promise<void> {
    const started: Promise<void>[] = [];
    for (const { id, lane: name } of deliveries) {
      const lane = this.#laneOf(name);
      if (this.#inHand.has(id) || lane.next.includes(id)) continue;
      // Whoever has waited goes first.
      if (lane.hasMore || lane.next.length >= mostKnown) lane.hasMore = true;
      else if (lane.next.length > 0 || !this.#hasRoom(lane)) lane.next.push(id);
      else {
        started.push(this.#drive(lane, id));
        continue;
      }
      // It may have waited for nothing but this.
      this.#fill(lane);
    }
    await Promise.all(started);
  }

  /** Takes up what is due in a lane. */
  resume(name: string): void {
    const lane = this.#laneOf(name);
    // Others may be due for longer than what is next.
    lane.next.length = 0;
    lane.hasMore = true;
    this.#fill(lane);
  }

  /** When a lane with something due wants to be resumed; null when it will see to itself. */
  readyAt(name: string): number | null {
    const lane = this.#lanes.get(name);
    if (lane === undefined) return 0;
    const isBusy = lane.running.size + lane.unstored.size > 0;
    return isBusy || lane.isQueued || lane.isElsewhere ? null : lane.restUntil;
  }

  /** What is known of a lane whose last tries failed; null when they did not. */
  failing(name: string): Failing | null {
    const lane = this.#lanes.get(name);
    if (lane === undefined || lane.failures === 0) return null;
    const { failures, failingSince, restUntil } = lane;
    return { failures, since: failingSince, rests: failures >= patience && restUntil > this.#work.now() };
  }

  #laneOf(name: string): Lane {
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const lane: Lane = {
      name,
      running: new Set(),
      unstored: new Set(),
      next: [],
      width: 1,
      failures: 0,
      failingSince: 0,
      restUntil: 0,
      isSlow: false,
      hasMore: false,
      isQueued: false,
      isElsewhere: false,
    };
    this.#lanes.set(name, lane);
    return lane;
  }

  #hasRoom(lane: Lane): boolean {
    if (roomIn(lane) <= 0 || lane.restUntil > this.#work.now()) return false;
    if (!lane.isSlow) return true;
    let taken = 0;
    for (const other of this.#lanes.values()) if (other.isSlow) taken += other.running.size;
    if (taken < slowLimit) return true;
    if (!lane.isQueued) this.#queue.push(lane);
    lane.isQueued = true;
    return false;
  }

  /** Starts what is due in a lane, as far as there is room. */
  #fill(lane: Lane): void {
    if (!this.#hasRoom(lane)) return;
    if (lane.next.length === 0 && lane.hasMore) this.#look(lane);
    while (lane.next.length > 0 && roomIn(lane) > 0) {
      const id = lane.next.shift();
      if (id !== undefined && !this.#inHand.has(id)) this.#work.later(this.#drive(lane, id));
    }
  }

  #look(lane: Lane): void {
    // What is being tried stays due until that is written down.
    const limit = mostKnown + this.#inHand.size;
    const due = this.#work.due(lane.name, limit);
    lane.next.push(...due.filter((id) => !this.#inHand.has(id)).slice(0, mostKnown));
    lane.hasMore = due.length === limit;
    lane.isElsewhere = due.length > 0 && lane.next.length === 0;
  }

  async #drive(lane: Lane, id: number): Promise<void> {
    lane.running.add(id);
    lane.isElsewhere = false;
    this.#inHand.add(id);
    const begun = this.#work.now();
    const { outcome, stored } = await this.#work.attempt(id);
    if (outcome === 'through') {
      // Its place is free, though nothing is learned before it is known for good.
      lane.running.delete(id);
      lane.unstored.add(id);
      if (hasNext(lane)) this.#fill(lane);
    }
    const isStored = await stored;
    lane.running.delete(id);
    lane.unstored.delete(id);
    this.#inHand.delete(id);
    const wasSlow = lane.isSlow;
    // What could not be written down is due all the same, and must not be tried without end.
    this.#learn(lane, isStored ? outcome : 'failed', begun);
    if (hasNext(lane)) this.#fill(lane);
    if (wasSlow) this.#handOn();
    const isIdle = lane.running.size + lane.unstored.size === 0 && !hasNext(lane);
    if (isIdle && lane.failures === 0) this.#lanes.delete(lane.name);
  }

  /** Gives the place of a slow lane to the one that has waited longest. */
  #handOn(): void {
    const lane = this.#queue.shift();
    if (lane === undefined) return;
    lane.isQueued = false;
    this.#fill(lane);
  }

  #learn(lane: Lane, outcome: Outcome, begun: number): void {
    const now = this.#work.now();
    if (outcome === 'through') {
      lane.width = Math.min(wide, lane.width + 1);
      lane.failures = 0;
      lane.restUntil = 0;
      lane.isSlow = false;
    } else if (outcome === 'failed') {
      if (lane.failures === 0) lane.failingSince = begun;
      lane.width = 1;
      lane.failures += 1;
      lane.isSlow = now - begun >= slow;
      if (lane.failures < patience) return;
      const rest = Math.min(rests.most, Math.max(rests.least, (now - lane.failingSince) * rests.share));
      lane.restUntil = now + rest;
      this.#work.wake(lane.restUntil);
    } else if (outcome === 'neither' && hasNext(lane)) {
      // No try was made, so nothing paced it: the rest comes by the alarm, others in between.
      lane.restUntil = now + 1;
      this.#work.wake(lane.restUntil);
    }
  }
}

/** How many more may be tried at once. */
function roomIn({ running, unstored, width }: Lane): number {
  return Math.min(width, mostUnstored - unstored.size) - running.size;
}

function hasNext({ next, hasMore }: Lane): boolean {
  return hasMore || next.length > 0;
}
