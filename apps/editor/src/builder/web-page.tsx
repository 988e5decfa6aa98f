// A piece of somebody's website, light or dark, to stand a form in.
import type { ReactNode } from 'react';

type Props = {
  readonly page: 'light' | 'dark';
  readonly name: string;
  readonly children: ReactNode;
};

const looks = {
  light: { colorScheme: 'light', background: '#ffffff', color: '#16181d', borderColor: '#d9dde3' },
  dark: { colorScheme: 'dark', background: '#1c1f24', color: '#f3f4f6', borderColor: '#343a45' },
} as const;

export function WebPage({ page, name, children }: Props) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm text-soft">{name}</figcaption>
      <div style={looks[page]} className="overflow-hidden rounded-card border">
        <div aria-hidden="true" className="flex h-9 items-center gap-1.5 border-b border-current/12 px-4">
          <span className="size-2 rounded-full bg-current/20" />
          <span className="size-2 rounded-full bg-current/20" />
          <span className="size-2 rounded-full bg-current/20" />
        </div>
        <div className="px-5 py-6 md:px-8 md:py-8">{children}</div>
      </div>
    </figure>
  );
}
