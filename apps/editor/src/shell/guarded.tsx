// Keeps what breaks inside it from taking the rest of the screen along, and offers to ask again.
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Failed } from '../parts/state.tsx';

type Props = { readonly children: ReactNode; readonly onAgain: () => void };

class Boundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const again = (): void => {
      this.props.onAgain();
      this.setState({ error: null });
    };
    return <Failed error={this.state.error} again={again} />;
  }
}

export function Guarded({ children }: { readonly children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => <Boundary onAgain={reset}>{children}</Boundary>}
    </QueryErrorResetBoundary>
  );
}
