// A refusal that is meant for the person at the terminal: its message says all, a stack would only hide it.

export class PlainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
