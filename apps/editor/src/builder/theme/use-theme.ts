// The theme at work, and how it is changed.
import type { Theme } from '@baton/form';
import { editTheme, themeOf } from '../../draft/edit-theme.ts';
import { useBuilder, useDraft } from '../builder-context.ts';

type ChangeTheme = (change: (theme: Theme) => Theme, group?: string) => void;

export function useTheme(): readonly [Theme, ChangeTheme] {
  const { store } = useBuilder();
  const theme = useDraft(themeOf);
  return [theme, (change, group) => store.edit((draft) => editTheme(draft, change), group)];
}
