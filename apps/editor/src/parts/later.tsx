// Parts of the editor that are loaded once they are wanted. A browser remembers for as long as a page lives that a script
// could not be had, so nothing is asked for without a network. What cannot be had all the same takes nothing else with it.
// oxlint-disable-next-line no-restricted-imports -- here it waits for the network
import { Component, createElement, lazy, type ComponentType, type ReactNode } from 'react';
import { Button } from './button.tsx';

/** Loads it as soon as there is a network. */
export async function whenOnline<T>(load: () => Promise<T>): Promise<T> {
  if (!navigator.onLine) {
    await new Promise((resolve) => {
      addEventListener('online', resolve, { once: true });
    });
  }
  return load();
}

/** The component that `load` gives. It suspends until it is there. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await whenOnline(load) }));
  return (props: P) => <OrSaySo>{createElement(Loaded, props)}</OrSaySo>;
}

/** Stands for what could not be loaded. What breaks once it is there is for whoever stands around it. */
class OrSaySo extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!isNotLoaded(error)) throw error;
    return <NotLoaded />;
  }
}

/** Every browser has a sentence of its own for it, all of them of one type. */
function isNotLoaded(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}

function NotLoaded() {
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-120 flex-wrap items-center gap-3 rounded-card border border-line bg-card p-4 shadow-over"
    >
      <p className="min-w-60 flex-1">A part of Baton could not be loaded. What you wrote is kept.</p>
      <Button onClick={() => location.reload()}>Load the page again</Button>
    </div>
  );
}
