// Where the form lives, by the address of this script.
const script = document.currentScript;

/** The tag that brought the script; a module has none. */
export const tag: HTMLScriptElement | null = script && 'src' in script ? script : null;

/** Such as `https://baton.example/f/demo`. */
export const address: string = (tag?.src ?? '').replace(/\.js(\?.*)?$/, '');
