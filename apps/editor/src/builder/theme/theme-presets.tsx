// Themes to begin with, each as a small picture of itself.
import type { Theme } from '@baton/form';
import { lookOn } from '../../draft/edit-theme.ts';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { Section } from '../../parts/split.tsx';
import { presets, type Preset } from './presets.ts';
import { useSayDone } from '../use-say-done.ts';
import { useTheme } from './use-theme.ts';

export function ThemePresets() {
  const [theme, change] = useTheme();
  const sayDone = useSayDone();
  const take = ({ name, theme: preset }: Preset, words = `The theme is “${name}” now.`): void => {
    change(() => preset);
    sayDone(words);
  };
  const [plain] = presets;
  return (
    <Section
      title="Begin with"
      action={
        plain &&
        Object.keys(theme).length > 0 && (
          <Button
            size="small"
            look="quiet"
            onClick={() => take(plain, 'The form looks as its website does.')}
          >
            Reset
          </Button>
        )
      }
    >
      <div className="grid grid-cols-4 gap-2">
        {presets.map((preset) => {
          const isOn = JSON.stringify(preset.theme) === JSON.stringify(theme);
          return (
            <button
              key={preset.name}
              type="button"
              aria-pressed={isOn}
              onClick={() => !isOn && take(preset)}
              className={classes(
                'rounded-control border p-1 pb-1 text-xs hover:border-soft disabled:opacity-60',
                isOn ? 'border-accent text-ink' : 'border-line text-soft',
              )}
            >
              <Miniature theme={preset.theme} />
              <span className="mt-1 block leading-4">{preset.name}</span>
            </button>
          );
        })}
      </div>
    </Section>
  );
}

/** Two lines, a control and a button, in the theme's colours. */
function Miniature({ theme }: { readonly theme: Theme }) {
  const look = lookOn(theme, 'light');
  if (look === undefined) return null;
  const { background, text, field, line, accent } = look.colours;
  const radius = Math.min((theme.radius ?? 8) / 2, 7);
  const isQuiet = theme.button === 'soft' || theme.button === 'outline';
  return (
    <span
      aria-hidden="true"
      className="block space-y-1.5 rounded-[5px] border border-line p-2"
      style={{ background }}
    >
      <span className="block h-1 w-3/5 rounded-full" style={{ background: text }} />
      <span
        className="block h-3.5 border"
        style={{ background: field, borderColor: line, borderRadius: radius }}
      />
      <span
        className={classes('block h-3.5', theme.buttonWidth === 'full' ? 'w-full' : 'w-1/2')}
        style={{ background: accent, borderRadius: radius, opacity: isQuiet ? 0.3 : 1 }}
      />
    </span>
  );
}
