// What Rampline wants to know of a person and their company.

const options = (...pairs: readonly (readonly [string, string])[]): { id: string; label: string }[] =>
  pairs.map(([id, label]) => ({ id, label }));

export const demoAttributes = [
  { id: 'name', label: 'Name', type: 'text', about: 'person' },
  { id: 'email', label: 'E-mail', type: 'email', about: 'person' },
  { id: 'phone', label: 'Phone', type: 'phone', about: 'person' },
  {
    id: 'role',
    label: 'Role',
    type: 'choice',
    about: 'person',
    ordered: true,
    options: options(
      ['student', 'Student or teacher'],
      ['planner', 'Shift planner or team lead'],
      ['manager', 'Site or operations manager'],
      ['director', 'Director of operations'],
      ['executive', 'COO, CEO or owner'],
    ),
  },
  { id: 'company', label: 'Company', type: 'text', about: 'company' },
  {
    id: 'company_size',
    label: 'Company size',
    type: 'choice',
    about: 'company',
    ordered: true,
    options: options(
      ['1-49', 'Up to 49 people'],
      ['50-249', '50–249 people'],
      ['250-999', '250–999 people'],
      ['1000+', '1,000 people or more'],
    ),
  },
  {
    id: 'industry',
    label: 'Industry',
    type: 'choice',
    about: 'company',
    options: options(
      ['3pl', 'Contract logistics (3PL)'],
      ['ecommerce', 'E-commerce'],
      ['retail', 'Retail and wholesale'],
      ['food', 'Food and beverage'],
      ['manufacturing', 'Manufacturing'],
      ['software', 'Software or consulting'],
      ['other', 'Something else'],
    ),
  },
  { id: 'country', label: 'Country', type: 'country', about: 'company' },
  { id: 'shift_workers', label: 'People on shifts', type: 'number', about: 'company' },
  {
    id: 'current_tool',
    label: 'Plans shifts today with',
    type: 'choice',
    about: 'company',
    options: options(
      ['spreadsheet', 'Spreadsheets'],
      ['wms', 'Our warehouse system'],
      ['suite', 'A workforce suite'],
      ['paper', 'A whiteboard'],
    ),
  },
  {
    id: 'goals',
    label: 'Wants to',
    type: 'choices',
    about: 'company',
    options: options(
      ['overtime', 'Cut overtime'],
      ['temps', 'Book temporary staff later'],
      ['peaks', 'Survive the peaks'],
      ['swaps', 'Let people swap shifts'],
      ['other', 'Something else'],
    ),
  },
  {
    id: 'timeline',
    label: 'Timeline',
    type: 'choice',
    about: 'company',
    ordered: true,
    options: options(
      ['exploring', 'Just looking'],
      ['year', 'This year'],
      ['quarter', 'Within three months'],
      ['now', 'Within a month'],
    ),
  },
  { id: 'note', label: 'Note', type: 'text', about: 'person' },
];
