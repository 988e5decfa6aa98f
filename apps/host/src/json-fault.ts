// Finds where a text stops being JSON. The engine's own message names a place only for some faults, and people who
// edit a workspace by hand need the line.

/** Where the fault is, both counted from 1, and what was expected there. */
export type JsonFault = { readonly line: number; readonly column: number; readonly expected: string };

/** Null when the text is JSON. */
export function findJsonFault(text: string): JsonFault | null {
  const fault = new Scan(text).document();
  if (fault === null) return null;
  const before = text.slice(0, fault.at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, expected: fault.expected };
}

type Fault = { readonly at: number; readonly expected: string };

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const blank = /[ \t\r\n]*/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these inside a string
const stringStart = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

class Scan {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The stack is explicit, so that deep nesting is no fault of ours. */
  document(): Fault | null {
    const closers: string[] = [];
    this.#skip(blank);
    for (;;) {
      const opened = this.#open(closers);
      if (opened === null) {
        const fault = this.#scalar();
        if (fault !== null) return fault;
      } else if (opened !== 'empty') {
        if (typeof opened === 'object') return opened;
        continue;
      }
      const fault = this.#close(closers);
      if (fault !== 'more') return fault;
    }
  }

  /** Enters an object or a list: null when there is none, `empty` when it ended at once. */
  #open(closers: string[]): null | 'empty' | 'entered' | Fault {
    const char = this.#text[this.#at];
    if (char !== '{' && char !== '[') return null;
    const closer = char === '{' ? '}' : ']';
    this.#at += 1;
    this.#skip(blank);
    if (this.#take(closer)) return 'empty';
    closers.push(closer);
    return char === '{' ? (this.#key('a key in double quotes or }') ?? 'entered') : 'entered';
  }

  /** After a value: closes what ends here; `more` when another value follows, null at the end of the text. */
  #close(closers: string[]): 'more' | Fault | null {
    for (;;) {
      this.#skip(blank);
      const closer = closers.at(-1);
      if (closer === undefined)
        return this.#at === this.#text.length ? null : this.#fault('the end of the file');
      if (this.#take(closer)) {
        closers.pop();
        continue;
      }
      if (!this.#take(',')) return this.#fault(`, or ${closer}`);
      this.#skip(blank);
      return closer === '}' ? (this.#key('a key in double quotes') ?? 'more') : 'more';
    }
  }

  #key(expected: string): Fault | null {
    if (this.#text[this.#at] !== '"') return this.#fault(expected);
    const fault = this.#string();
    if (fault !== null) return fault;
    this.#skip(blank);
    if (!this.#take(':')) return this.#fault(':');
    this.#skip(blank);
    return null;
  }

  #scalar(): Fault | null {
    if (this.#text[this.#at] === '"') return this.#string();
    const start = this.#at;
    this.#skip(literal);
    return this.#at > start ? null : this.#fault('a value');
  }

  #string(): Fault | null {
    this.#skip(stringStart);
    return this.#take('"') ? null : this.#fault(this.#text[this.#at] === '\\' ? 'a valid escape' : '"');
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    if (pattern.test(this.#text)) this.#at = pattern.lastIndex;
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #fault(expected: string): Fault {
    return { at: this.#at, expected };
  }
}
