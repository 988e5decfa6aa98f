// The script as it is served: the core called with a form and with the parts that this form needs. Pure text work.
/** What the build gives: texts of JavaScript. */
export type BuiltScript = {
  /** A function of the parts that come along and of the payload. */
  readonly core: readonly CorePiece[];
  /** The script of pages without a form: a function of the payload. */
  readonly pages: string;
  /** An expression for each part, by its name. */
  readonly parts: Readonly<Record<string, string>>;
  /** What the script calls some keys of the payload. */
  readonly words: Readonly<Record<string, string>>;
};

/** Some of the core, in its order. What has a name, a form that does not ask for it is composed without. */
export type CorePiece = {
  readonly text: string;
  readonly name?: string;
  /** What stands there instead. */
  readonly without?: string;
};

/** The whole script for one form, with what is named of parts and of pieces of the core; its payload is JSON. Throws on a name that nothing was built by. */
export function composeScript(script: BuiltScript, payload: string, names: readonly string[]): string {
  const wanted = new Set(names);
  const core = script.core.map(({ text, name, without = '' }) =>
    name === undefined || wanted.has(name) ? text : without,
  );
  const pieces = new Set(script.core.map(({ name }) => name));
  const parts = names.filter((name) => !pieces.has(name)).map((name) => `${name}:${partOf(script, name)}`);
  return `(${core.join('')})({${parts.join()}},${literalOf(payload, script)});`;
}

/** The script of a website's pages without a form; its payload is JSON. */
export function composePages(script: BuiltScript, payload: string): string {
  return `(${script.pages})(${literalOf(payload, script)});`;
}

/** A part as a module, for a form that loads it later; undefined: there is no such part. */
export function composePart(script: BuiltScript, name: string): string | undefined {
  return Object.hasOwn(script.parts, name) ? `export const part=${partOf(script, name)};` : undefined;
}

function partOf({ parts }: BuiltScript, name: string): string {
  const text = parts[name];
  if (text === undefined) throw new Error(`The part ${name} was not built.`);
  return text;
}

/** JSON as JavaScript writes it, shorter: keys that are names need no quotes, and some go by others. */
function literalOf(json: string, { words }: BuiltScript): string {
  return json.replace(/"(?:[^"\\]|\\.)*"(:?)|true|false/g, (token, colon?: string) => {
    if (colon === undefined) return token === 'true' ? '!0' : '!1';
    if (!colon) return quoted(token);
    if (!/^"[a-z_]\w*":$/i.test(token)) return token;
    const name = token.slice(1, -2);
    return `${Object.hasOwn(words, name) ? words[name] : name}:`;
  });
}

/** A string of JSON; one full of quotes between others, so that they need no backslash. What else JSON escapes means the same there. */
function quoted(token: string): string {
  if (!token.includes('\\"')) return token;
  const text = token.slice(1, -1).replace(/\\.|`|\$\{/g, (sign) => {
    if (sign === '\\"') return '"';
    return sign.startsWith('\\') ? sign : `\\${sign}`;
  });
  return `\`${text}\``;
}
