// Saves a draft by itself: soon after each change, again where it failed, together with what others did meanwhile. What
// it is a draft of, says whoever opens it.
import { isSame } from '@baton/schema';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { Refusal } from '../server/refusal.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { Choices, Merged } from './merge-documents.ts';
import type { SaveState } from './save-state.ts';

/** After the last change. */
const quietMs = 600;
/** Between two writes to this device. */
const keepMs = 250;
/** After a failure: doubled each time, up to the last. */
const [firstRetryMs, lastRetryMs] = [1000, 30_000];

/** What the worker has of a draft. */
export type Standing = From & {
  readonly document: unknown;
  /** When it was saved. */
  readonly at: string | null;
  readonly author: string | null;
};

export type From = {
  readonly revision: number;
  /** The version that the draft began from; null: there was none. */
  readonly base: number | null;
};

/** `D`: the document as it is worked on; `W`: what the worker tells of it; `J`: what is kept of that. */
export type Saving<D, W extends Standing, J> = {
  readonly draft: W;
  readonly kept: KeptDrafts<D>;
  /** `from`: the draft as it was last read. */
  readonly send: (from: From, document: D, last: boolean) => Promise<W>;
  /** The draft as it is worked on. */
  readonly read: () => D;
  /** Others changed it: it is shown with theirs and mine in it. */
  readonly receive: (draft: D, author: string | null) => void;
  /** The document, if the editor can show it. */
  readonly parse: (document: unknown) => D | null;
  readonly merge: (base: D, mine: D, theirs: D, choices?: Choices) => Merged<D>;
  readonly judge: (draft: W) => J;
  /** It was saved. */
  readonly saved?: (draft: W) => void;
};

type Theirs<D> = From & { readonly draft: D; readonly author: string | null };

export class DraftSaver<D, W extends Standing, J> {
  readonly state: StoreApi<SaveState>;
  readonly judged: StoreApi<J>;
  readonly #saving: Saving<D, W, J>;
  #from: From;
  /** As the worker has it at that revision. */
  #saved: D;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #epoch = 0;
  #isSending = false;
  #failures = 0;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** As it was last written to this device. */
  #kept: D | null = null;
  #theirs: Theirs<D> | null = null;

  /** `saved`: the draft's document, which the editor can show. */
  constructor(saving: Saving<D, W, J>, saved: D) {
    const { draft } = saving;
    this.#saving = saving;
    this.#from = fromOf(draft);
    this.#saved = saved;
    this.state = createStore<SaveState>(() => ({ kind: 'saved', at: draft.at }));
    this.judged = createStore<J>(() => saving.judge(draft));
  }

  /** Brings back what an earlier visit could not save. True where there was something. */
  restore(): boolean {
    const kept = this.#saving.kept.read();
    if (kept === null) return false;
    if (isSame(kept.draft, this.#saved)) {
      this.#saving.kept.clear();
      return false;
    }
    const { draft, clashes } = this.#saving.merge(kept.from, kept.draft, this.#saved);
    this.#saving.receive(draft, null);
    if (clashes.length > 0) {
      this.#saved = kept.from;
      this.#clash({
        ...this.#from,
        draft: this.#base(),
        author: this.#saving.draft.author,
      });
    } else {
      this.changed();
    }
    return true;
  }

  /** To be called after each change of the draft. */
  changed(): void {
    if (this.state.getState().kind === 'clashing') return this.#keep();
    if (this.#saving.read() === this.#saved) return;
    this.#keep();
    if (!this.#isSending) this.state.setState({ kind: 'waiting' }, true);
    this.#failures = 0;
    this.#after(quietMs);
  }

  /** Sends what there is now, as when the page is left or the network is back. */
  flush(last = false): Promise<void> {
    clearTimeout(this.#timer);
    if (last && this.isUnsaved) this.#write();
    return this.#send(last);
  }

  /** Whether something would be lost if this device were. */
  get isUnsaved(): boolean {
    return this.state.getState().kind !== 'saved';
  }

  /** Another number whenever something is sent or known anew: what was asked for under an earlier one says nothing any more. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Somebody else has saved: taken in where nothing stands against it. */
  overtaken(draft: W): void {
    const isKnown = draft.revision === this.#from.revision && draft.base === this.#from.base;
    if (isKnown || this.#isSending) return;
    const theirs = this.#saving.parse(draft.document);
    if (theirs === null) return;
    this.#meet({ ...fromOf(draft), draft: theirs, author: draft.author });
    this.judged.setState(this.#saving.judge(draft), true);
  }

  /** Takes what the worker made of the draft because somebody here asked for it: published, or brought back. */
  adopt(draft: W): void {
    const document = this.#saving.parse(draft.document);
    if (document === null) return;
    this.judged.setState(this.#saving.judge(draft), true);
    this.#meet({ ...fromOf(draft), draft: document, author: null });
  }

  /** What to do where both changed the same. */
  choose(choices: Choices): void {
    const theirs = this.#theirs;
    if (theirs === null) return;
    const { draft } = this.#saving.merge(this.#saved, this.#saving.read(), theirs.draft, choices);
    this.#take(theirs, draft);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#keeping);
  }

  async #send(last: boolean): Promise<void> {
    const document = this.#saving.read();
    if (this.#isSending || document === this.#saved || this.state.getState().kind === 'clashing') return;
    this.#isSending = true;
    this.#epoch += 1;
    this.state.setState({ kind: 'saving' }, true);
    try {
      const draft = await this.#saving.send(this.#from, document, last);
      this.#isSending = false;
      this.#done(draft, document);
    } catch (error) {
      this.#isSending = false;
      this.#failed(error);
    }
  }

  #done(draft: W, document: D): void {
    this.#from = fromOf(draft);
    this.#epoch += 1;
    this.#saved = document;
    this.#failures = 0;
    this.judged.setState(this.#saving.judge(draft), true);
    this.#saving.saved?.(draft);
    if (this.#saving.read() === document) {
      this.#saving.kept.clear();
      this.state.setState({ kind: 'saved', at: draft.at }, true);
    } else {
      this.changed();
    }
  }

  #failed(error: unknown): void {
    if (error instanceof Refusal && error.status === 409) {
      const body: W = Object(error.body);
      const draft = this.#saving.parse(body.document);
      if (draft !== null) return this.#meet({ ...fromOf(body), draft, author: body.author });
    }
    if (error instanceof Refusal && !error.mayPass) {
      this.state.setState({ kind: 'refused', error }, true);
      return;
    }
    this.state.setState({ kind: 'failing', error }, true);
    this.#failures += 1;
    this.#after(Math.min(firstRetryMs * 2 ** (this.#failures - 1), lastRetryMs));
  }

  #meet(theirs: Theirs<D>): void {
    const { draft, clashes } = this.#saving.merge(this.#saved, this.#saving.read(), theirs.draft);
    if (clashes.length > 0) this.#clash(theirs);
    else this.#take(theirs, draft);
  }

  #clash(theirs: Theirs<D>): void {
    clearTimeout(this.#timer);
    this.#theirs = theirs;
    const { clashes } = this.#saving.merge(this.#saved, this.#saving.read(), theirs.draft);
    this.state.setState({ kind: 'clashing', clashes, author: theirs.author }, true);
  }

  #take(theirs: Theirs<D>, merged: D): void {
    this.#theirs = null;
    this.#from = fromOf(theirs);
    this.#epoch += 1;
    const isTheirs = isSame(merged, theirs.draft);
    this.#saved = isTheirs ? merged : theirs.draft;
    this.#saving.receive(merged, theirs.author);
    if (isTheirs) {
      this.#saving.kept.clear();
      this.state.setState({ kind: 'saved', at: null }, true);
    } else {
      this.state.setState({ kind: 'waiting' }, true);
      this.#keep();
      this.#after(0);
    }
  }

  #base(): D {
    const document = this.#saving.parse(this.#saving.draft.document);
    if (document === null) throw new Error('A draft that is open cannot be read.');
    return document;
  }

  /** The first change of a while at once, those that follow it together: writing takes longer than a key. */
  #keep(): void {
    if (this.#keeping !== undefined) return;
    this.#write();
    this.#keeping = setTimeout(() => {
      this.#keeping = undefined;
      if (this.#saving.read() !== this.#kept && this.isUnsaved) this.#write();
    }, keepMs);
  }

  #write(): void {
    this.#kept = this.#saving.read();
    this.#saving.kept.write({ revision: this.#from.revision, from: this.#saved, draft: this.#kept });
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(false), ms);
  }
}

function fromOf({ revision, base }: From): From {
  return { revision, base };
}
