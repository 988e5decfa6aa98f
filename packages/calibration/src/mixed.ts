// A number that looks like chance and is always the same.

/** Numbers that lie beside each other, far apart, below 2^32: the finaliser of MurmurHash3. */
export function mixed(value: number): number {
  let mix = value ^ 0x9e37_79b9;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85eb_ca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
