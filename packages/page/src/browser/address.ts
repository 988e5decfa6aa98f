// Where the form lives, by the address of this script.

/** The tag that brought the script; a module has none. */
export const tag: (Element & { readonly src?: string; readonly async?: boolean }) | null =
  document.currentScript;

/** Such as `https://baton.example/f/demo`. */
export const address: string = (tag?.src ?? '').replace(/\.js(\?.*)?$/, '');

/** What the form is called in it. */
export const name: string = address.split('/').pop() ?? '';
