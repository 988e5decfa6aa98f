// Colours as `#rrggbb`: how well one reads on another, and the nearest one that does. Lightness is that of OKLCH,
// so that a brand's colour gets lighter or darker and stays itself.

type Triple = readonly [number, number, number];

/** Whether a value is a colour that may stand in a theme. */
export function isColour(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

/** The contrast of two colours, 1 to 21, by WCAG 2.2's definition. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen where `share` (0 to 1) of the first colour lies over the second. */
export function mix(over: string, share: number, under: string): string {
  const below = channels(under);
  return written(channels(over).map((channel, index) => channel * share + (below[index] ?? 0) * (1 - share)));
}

/**
 * The colour itself if it passes, else the nearest lightness of it that does, in the same hue. Where nothing passes
 * it is black or white: ask only for what one of these two can give.
 */
export function nearest(colour: string, passes: (colour: string) => boolean): string {
  if (passes(colour)) return colour;
  const [lightness, chroma, hue] = toOklch(colour);
  for (let away = lightnessStep; away < 1; away += lightnessStep) {
    for (const level of [lightness - away, lightness + away]) {
      const other = fromOklch(Math.min(Math.max(level, 0), 1), chroma, hue);
      if (passes(other)) return other;
    }
  }
  return passes(black) ? black : white;
}

/** Finer than what one step of a channel changes. */
const lightnessStep = 0.002;
const black = '#000000';
const white = '#ffffff';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 0 to 1 each. */
function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

function written(parts: readonly number[]): string {
  return `#${parts
    .map((part) =>
      Math.round(Math.min(Math.max(part, 0), 1) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

// The matrices of Oklab, https://bottosson.github.io/posts/oklab/.
function toOklch(colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(toLinear);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)];
}

/** With less chroma where screens cannot show that much. */
function fromOklch(lightness: number, chroma: number, hue: number): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const parts = linearOf(lightness, chroma * share, hue);
    if (parts.every((part) => part > -0.0005 && part < 1.0005)) return written(parts.map(fromLinear));
  }
  return written(linearOf(lightness, 0, hue).map(fromLinear));
}

function linearOf(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}
