// Dragging by keys that loses none. What is taken has no place before it was drawn once, and the library forgets what is
// pressed until then: whoever is quick, or has keys pressed for them, moves nothing. Here those keys wait for it. And
// whatever a key has moved is looked for again once it is drawn there: the library looks where it was drawn before, and
// then not a second time.
import { KeyboardSensor } from '@dnd-kit/dom';

type Options = NonNullable<KeyboardSensor['options']>;
type Press = Parameters<KeyboardSensor['bind']>[0];
type Direction = 'up' | 'down' | 'left' | 'right';

export class PatientKeyboardSensor extends KeyboardSensor {
  readonly #waiting: (() => void)[] = [];
  /** It has moved, and was not looked for since. */
  #isMoved = false;
  #isLater = false;

  static with(options: Options) {
    return { plugin: PatientKeyboardSensor, options };
  }

  protected override handleKeyDown(event: KeyboardEvent, source: Press, options: Options | undefined): void {
    const go = (): void => super.handleKeyDown(event, source, options);
    const { status, shape } = this.manager.dragOperation;
    const isHeard = status.dragging && shape !== null && this.#waiting.length === 0;
    const isEnd = isOneOf(event, options, ['end']);
    if (isHeard && !(isEnd && this.#isMoved)) return go();
    if (!isEnd && !isOneOf(event, options, ['up', 'down', 'left', 'right'])) return go();
    event.preventDefault();
    this.#waiting.push(go);
    this.#later();
  }

  protected override handleMove(direction: Direction, event: KeyboardEvent): void {
    super.handleMove(direction, event);
    this.#isMoved = true;
    this.#later();
  }

  protected override cleanup(): void {
    this.#waiting.length = 0;
    this.#isMoved = false;
    super.cleanup();
  }

  /** One after another: what a key does is heard of a frame later, and drawn as soon as React comes to it. */
  #later(): void {
    if (this.#isLater) return;
    this.#isLater = true;
    const drawn = async (): Promise<void> => {
      await this.manager.renderer.rendering;
      this.#isLater = false;
      this.#goOn();
    };
    requestAnimationFrame(() => requestAnimationFrame(() => void drawn()));
  }

  #goOn(): void {
    const { dragOperation, collisionObserver } = this.manager;
    const { status, shape } = dragOperation;
    if (status.idle) {
      this.#waiting.length = 0;
      this.#isMoved = false;
    }
    // Where it is over is not looked for while the last place is still being drawn.
    if (status.dragging && shape !== null && !collisionObserver.isDisabled()) {
      if (this.#isMoved) {
        this.#isMoved = false;
        collisionObserver.forceUpdate();
      } else this.#waiting.shift()?.();
    }
    if (this.#waiting.length > 0 || this.#isMoved) this.#later();
  }
}

type Codes = NonNullable<Options['keyboardCodes']>;

function isOneOf({ code }: KeyboardEvent, options: Options | undefined, kinds: (keyof Codes)[]): boolean {
  const codes = options?.keyboardCodes ?? KeyboardSensor.defaults.keyboardCodes;
  return kinds.some((kind) => codes[kind].includes(code));
}
