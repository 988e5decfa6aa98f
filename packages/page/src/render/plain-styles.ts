// What only a page of the form's own needs: a visitor without a script meets one step at a time, and the script's own
// button is not theirs. Where a script will run, nothing of this is in sight.

export const plainStyles = `
  .go { display: none; }
  @media (scripting: none) {
    .go { display: revert; }
    [data-waits], .go ~ .send, form:not([novalidate]) .bar { display: none; }
  }
  form:not([novalidate]) [data-waits=plain] { animation: none; }
  .problem ul { margin-block-start: 8px; padding-inline-start: 20px; }
  .problem, .field[tabindex] { font-size: 1em; font-weight: 400; }
  .field[tabindex] { padding: 0; }
  .problem:focus { outline: 2px solid; outline-offset: 2px; }
`;
