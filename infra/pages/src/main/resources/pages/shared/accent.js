/**
 * The color that a firm has chosen for its site, as the pages use it: in light and in dark so far darkened or lightened that
 * text in it, and text on it, has a contrast of 4.5:1 on every ground of the stylesheet.
 *
 *     paint(document.documentElement, '#ffd500');
 *     paint(document.documentElement, undefined);  // the stylesheet's own
 */
const READABLE = 4.5;
const STEPS = 100;
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/** The grounds of the stylesheet in each scheme, and how its other colors come from the one that is chosen. */
const SCHEMES = {
  light: { grounds: ['#ffffff', '#f5f6f9', '#eef1f6'].map(parts), surface: parts('#ffffff'), soft: 0.1, towards: BLACK, deeper: 0.25, ink: '#ffffff' },
  dark: { grounds: ['#181e28', '#10141b', '#121821'].map(parts), surface: parts('#181e28'), soft: 0.16, towards: WHITE, deeper: 0.3, ink: '#0d1626' },
};

function parts(color) {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

function hex(color) {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mix(color, other, share) {
  return color.map((part, i) => Math.round(part + (other[i] - part) * share));
}

/** The relative luminance of WCAG 2. */
function luminance(color) {
  const [red, green, blue] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function shade(color, { grounds, surface, soft, towards, deeper, ink }) {
  for (let step = 0; ; step++) {
    const accent = mix(color, towards, step / STEPS);
    const ground = mix(surface, accent, soft);
    const worst = Math.min(...[...grounds, ground, parts(ink)].map((each) => contrast(accent, each)));
    if (worst >= READABLE || step === STEPS) {
      return { accent: hex(accent), 'accent-ink': ink, 'accent-deep': hex(mix(accent, towards, deeper)), 'accent-soft': hex(ground) };
    }
  }
}

/** @returns the colors of both schemes, `{light, dark}`, by the names of the stylesheet */
export function shades(color) {
  return Object.fromEntries(Object.entries(SCHEMES).map(([name, scheme]) => [name, shade(parts(color), scheme)]));
}

/** Gives an element, and all that is in it, the colors that come from one. */
export function paint({ style }, color) {
  const { light, dark } = color ? shades(color) : { light: {}, dark: {} };
  for (const name of ['accent', 'accent-ink', 'accent-deep', 'accent-soft']) {
    if (color) {
      style.setProperty(`--${name}`, `light-dark(${light[name]}, ${dark[name]})`);
    } else {
      style.removeProperty(`--${name}`);
    }
  }
}
