// Baton's sign.

export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" fill="#4f60e4" />
      <path d="M10 22 22 10" stroke="#fff" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
