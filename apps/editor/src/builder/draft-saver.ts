// Saves the draft by itself: soon after each change, again where it failed, together with what others did meanwhile.
import type { Draft } from '@baton/worker/api-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { readDraft, type FormDraft } from '../draft/form-draft.ts';
import { isSame } from '@baton/form/changes';
import { mergeDrafts, type Choices } from '../draft/merge-drafts.ts';
import { Refusal } from '../server/refusal.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { Judged, SaveState } from './save-state.ts';

/** After the last change. */
const quietMs = 600;
/** Between two writes to this device. */
const keepMs = 250;
/** After a failure: doubled each time, up to the last. */
const [firstRetryMs, lastRetryMs] = [1000, 30_000];

export type Saving = {
  readonly draft: Draft;
  readonly kept: KeptDrafts;
  /** `from`: the draft as it was last read. */
  readonly send: (from: From, document: FormDraft, last: boolean) => Promise<Draft>;
  /** The draft as it is worked on. */
  readonly read: () => FormDraft;
  /** Others changed the form: it is shown with theirs and mine in it. */
  readonly receive: (draft: FormDraft, author: string | null) => void;
  /** It was to be published at an hour, and is not any more: what was planned was another draft. */
  readonly unplanned: () => void;
};

export type From = Pick<Draft, 'revision' | 'base'>;

type Theirs = From & { readonly draft: FormDraft; readonly author: string | null };

export class DraftSaver {
  readonly state: StoreApi<SaveState>;
  readonly judged: StoreApi<Judged>;
  readonly #saving: Saving;
  #from: From;
  /** As the worker has it at that revision. */
  #saved: FormDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  #failures = 0;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** As it was last written to this device. */
  #kept: FormDraft | null = null;
  #theirs: Theirs | null = null;

  /** `saved`: the draft's document, which the editor can show. */
  constructor(saving: Saving, saved: FormDraft) {
    const { draft } = saving;
    this.#saving = saving;
    this.#from = fromOf(draft);
    this.#saved = saved;
    this.state = createStore<SaveState>(() => ({ kind: 'saved', at: draft.at }));
    this.judged = createStore<Judged>(() => judgedOf(draft));
  }

  /** Brings back what an earlier visit could not save. True where there was something. */
  restore(): boolean {
    const kept = this.#saving.kept.read();
    if (kept === null) return false;
    if (isSame(kept.draft, this.#saved)) {
      this.#saving.kept.clear();
      return false;
    }
    const { draft, clashes } = mergeDrafts(kept.from, kept.draft, this.#saved);
    this.#saving.receive(draft, null);
    if (clashes.length > 0) {
      this.#saved = kept.from;
      this.#clash({
        ...this.#from,
        draft: mergedBase(this.#saving.draft),
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

  /** Somebody else has saved: taken in where nothing stands against it. */
  overtaken(draft: Draft): void {
    const isKnown = draft.revision === this.#from.revision && draft.base === this.#from.base;
    if (isKnown || this.#isSending) return;
    const theirs = readDraft(draft.document);
    if (theirs === null) return;
    this.#meet({ ...fromOf(draft), draft: theirs, author: draft.author });
    this.judged.setState(judgedOf(draft), true);
  }

  /** Takes what the worker made of the draft because somebody here asked for it: published, or brought back. */
  adopt(draft: Draft): void {
    const document = readDraft(draft.document);
    if (document === null) return;
    this.judged.setState(judgedOf(draft), true);
    this.#meet({ ...fromOf(draft), draft: document, author: null });
  }

  /** What to do where both changed the same. */
  choose(choices: Choices): void {
    const theirs = this.#theirs;
    if (theirs === null) return;
    const { draft } = mergeDrafts(this.#saved, this.#saving.read(), theirs.draft, choices);
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

  #done(draft: Draft, document: FormDraft): void {
    this.#from = fromOf(draft);
    this.#saved = document;
    this.#failures = 0;
    this.judged.setState(judgedOf(draft), true);
    if (draft.unscheduled !== undefined) this.#saving.unplanned();
    if (this.#saving.read() === document) {
      this.#saving.kept.clear();
      this.state.setState({ kind: 'saved', at: draft.at }, true);
    } else {
      this.changed();
    }
  }

  #failed(error: unknown): void {
    if (error instanceof Refusal && error.status === 409) {
      const body: Draft = Object(error.body);
      const draft = readDraft(body.document);
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

  #meet(theirs: Theirs): void {
    const { draft, clashes } = mergeDrafts(this.#saved, this.#saving.read(), theirs.draft);
    if (clashes.length > 0) this.#clash(theirs);
    else this.#take(theirs, draft);
  }

  #clash(theirs: Theirs): void {
    clearTimeout(this.#timer);
    this.#theirs = theirs;
    const { clashes } = mergeDrafts(this.#saved, this.#saving.read(), theirs.draft);
    this.state.setState({ kind: 'clashing', clashes, author: theirs.author }, true);
  }

  #take(theirs: Theirs, merged: FormDraft): void {
    this.#theirs = null;
    this.#from = fromOf(theirs);
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

function mergedBase(draft: Draft): FormDraft {
  const document = readDraft(draft.document);
  if (document === null) throw new Error('A draft that is open cannot be read.');
  return document;
}

function fromOf({ revision, base }: From): From {
  return { revision, base };
}

function judgedOf({ revision, document, issues, warnings, base, scheduled }: Draft): Judged {
  return { revision, document: readDraft(document), issues, warnings, base, scheduled };
}
