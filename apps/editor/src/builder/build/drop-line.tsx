// Where what is dragged would go.

export function DropLine() {
  return <div aria-hidden="true" className="pointer-events-none h-0.5 rounded bg-accent" />;
}
