// Small buttons at the corner of what is selected.
import type { ReactNode } from 'react';

export function Tools({ children }: { readonly children: ReactNode }) {
  return (
    <div className="absolute top-0 right-0 z-30 flex -translate-y-1 rounded-control border border-line bg-card shadow-raised">
      {children}
    </div>
  );
}
