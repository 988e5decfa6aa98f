// Dragging by keys that loses none. What is taken has no place before it was drawn once, and the library forgets what is
// pressed until then: whoever is quick, or has keys pressed for them, moves nothing. Here those keys wait for it.
import { KeyboardSensor } from '@dnd-kit/dom';

type Options = NonNullable<KeyboardSensor['options']>;
type Press = Parameters<KeyboardSensor['bind']>[0];

export class PatientKeyboardSensor extends KeyboardSensor {
  readonly #waiting: (() => void)[] = [];

  static with(options: Options) {
    return { plugin: PatientKeyboardSensor, options };
  }

  protected override handleKeyDown(event: KeyboardEvent, source: Press, options: Options | undefined): void {
    const go = (): void => super.handleKeyDown(event, source, options);
    const { status, shape } = this.manager.dragOperation;
    const isHeard = status.dragging && shape !== null && this.#waiting.length === 0;
    if (isHeard || !isPartOfIt(event, options)) return go();
    event.preventDefault();
    this.#waiting.push(go);
    if (this.#waiting.length === 1) this.#later();
  }

  protected override cleanup(): void {
    this.#waiting.length = 0;
    super.cleanup();
  }

  /** One after another: what a key does is heard of a frame later, and drawn as soon as React comes to it. */
  #later(): void {
    const drawn = async (): Promise<void> => {
      await this.manager.renderer.rendering;
      this.#goOn();
    };
    requestAnimationFrame(() => requestAnimationFrame(() => void drawn()));
  }

  #goOn(): void {
    const { dragOperation, collisionObserver } = this.manager;
    const { status, shape } = dragOperation;
    if (status.idle) this.#waiting.length = 0;
    // Where it is over is not looked for while the last place is still being drawn.
    if (status.dragging && shape !== null && !collisionObserver.isDisabled()) this.#waiting.shift()?.();
    if (this.#waiting.length > 0) this.#later();
  }
}

/** Moves and drops wait; whoever leaves it where it was is heard at once. */
function isPartOfIt({ code }: KeyboardEvent, options: Options | undefined): boolean {
  const { up, down, left, right, end } = options?.keyboardCodes ?? KeyboardSensor.defaults.keyboardCodes;
  return [up, down, left, right, end].some((codes) => codes.includes(code));
}
