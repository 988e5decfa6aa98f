// Which attribute is the address that leads from elsewhere go by; as the worker decides it. Pure.
import type { Attribute } from '@baton/rules';

export function identityOf(catalogue: readonly Attribute[]): string {
  const addresses = catalogue.filter(({ type, about }) => type === 'email' && about === 'person');
  return (addresses.find(({ id }) => id === 'email') ?? addresses[0])?.id ?? 'email';
}
