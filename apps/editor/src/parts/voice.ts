// What was done, said from anywhere, whether or not what shows it is there yet: it weighs a good part of the first look,
// and comes after it.

/** One thing said; `undo` takes it back. */
type Said = { readonly id: string; readonly title: string; readonly undo?: () => void };

/** Shows what is said, and takes it off again. */
export type Stage = { readonly show: (said: Said) => void; readonly hide: (id: string) => void };

/** Says it; what comes back takes it off the screen again. */
export type Say = (title: string, undo?: () => void) => () => void;

export type Voice = {
  readonly say: Say;
  /** What was said meanwhile is shown at once. What comes back takes the stage away. */
  readonly meet: (stage: Stage) => () => void;
};

/** @param wanted something is said, and nothing shows it yet */
export function createVoice(wanted: () => void = () => undefined): Voice {
  let stage: Stage | null = null;
  let waiting: readonly Said[] = [];
  let count = 0;
  return {
    say(title, undo) {
      count += 1;
      const said: Said = { id: `said ${count}`, title, ...(undo && { undo }) };
      if (stage === null) {
        waiting = [...waiting, said];
        wanted();
      } else {
        stage.show(said);
      }
      return () => {
        waiting = waiting.filter((one) => one !== said);
        stage?.hide(said.id);
      };
    },
    meet(met) {
      stage = met;
      const late = waiting;
      waiting = [];
      for (const said of late) met.show(said);
      return () => {
        if (stage === met) stage = null;
      };
    },
  };
}
