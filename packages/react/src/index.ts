// The form as a React component: the same element and the same script as in a page without React.
export { BatonForm } from './baton-form.ts';
export type { BatonFormHandle, BatonFormProps } from './baton-form.ts';
export type { BatonAnswers, BatonEvents } from './events.ts';
