// Who is called when: each target has a lane of its own, so that one which hangs holds up nobody else. A lane that
// just failed is narrowed to one try at a time until something gets through again.

/** Tries at once to a target that answers. */
const wide = 4;
/** Tries at once to a target whose last try failed. */
const narrow = 1;

type Lane = { readonly waiting: number[]; running: number; failing: boolean };

export class Lanes {
  readonly #attempt: (delivery: number) => Promise<boolean>;
  readonly #lanes = new Map<string, Lane>();
  readonly #known = new Set<number>();

  /** @param attempt makes one try and says whether it got through; it must not reject. */
  constructor(attempt: (delivery: number) => Promise<boolean>) {
    this.#attempt = attempt;
  }

  /** Whether this delivery waits for its turn, or is being tried, in this very instance. */
  holds(delivery: number): boolean {
    return this.#known.has(delivery);
  }

  /** How many deliveries wait or are being tried. */
  get size(): number {
    return this.#known.size;
  }

  /** Puts deliveries in their lanes. The promise is fulfilled when those it could start, and what they led to, are done. */
  async run(deliveries: readonly { readonly id: number; readonly target: string }[]): Promise<void> {
    const started: Promise<void>[] = [];
    for (const { id, target } of deliveries) {
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      const lane = this.#laneOf(target);
      lane.waiting.push(id);
      if (lane.running < (lane.failing ? narrow : wide)) started.push(this.#drive(target, lane));
    }
    await Promise.all(started);
  }

  #laneOf(target: string): Lane {
    const known = this.#lanes.get(target);
    if (known !== undefined) return known;
    const lane: Lane = { waiting: [], running: 0, failing: false };
    this.#lanes.set(target, lane);
    return lane;
  }

  async #drive(target: string, lane: Lane): Promise<void> {
    lane.running += 1;
    try {
      for (let id = lane.waiting.shift(); id !== undefined; id = lane.waiting.shift()) {
        try {
          lane.failing = !(await this.#attempt(id));
        } finally {
          this.#known.delete(id);
        }
        if (lane.failing && lane.running > narrow) break;
      }
    } finally {
      lane.running -= 1;
      if (lane.running === 0 && lane.waiting.length === 0 && !lane.failing) this.#lanes.delete(target);
    }
  }
}
