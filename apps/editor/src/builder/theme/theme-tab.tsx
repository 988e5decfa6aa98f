// How the form looks: themes to begin with, every colour and shape by itself, and both kinds of pages beside it.
import { Split } from '../../parts/split.tsx';
import { useBuilder } from '../builder-context.ts';
import { ThemeColours } from './theme-colours.tsx';
import { ThemePresets } from './theme-presets.tsx';
import { ThemePreview } from './theme-preview.tsx';
import { ThemeShape } from './theme-shape.tsx';

export function ThemeTab() {
  const { mayWrite } = useBuilder();
  return (
    <Split disabled={!mayWrite} picture={<ThemePreview />} pictureName="How it looks">
      <ThemePresets />
      <ThemeColours />
      <ThemeShape />
    </Split>
  );
}
