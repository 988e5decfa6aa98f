// The one function of punycode.js that is used here; the package brings no types.
declare module 'punycode.js' {
  const punycode: { toASCII(domain: string): string };
  export default punycode;
}
