// An attribute that was merged into another still hears its own answers; each of them says the other too. What the signed
// agreement reads stays what it is.
import { isMissing, type Attribute } from '@baton/rules';

type Values = Readonly<Record<string, unknown>>;

/** With what follows from merged attributes where the other one says nothing. */
export function withMerged(attributes: readonly Attribute[], values: Values): Values {
  const merged = attributes.filter(({ mergedInto }) => mergedInto !== undefined);
  if (merged.length === 0) return values;
  const all: Record<string, unknown> = { ...values };
  // One merged into another that was merged later is heard there too.
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const attribute of merged) {
      const { mergedInto = '' } = attribute;
      if (isMissing(all[attribute.id]) || !isMissing(all[mergedInto])) continue;
      all[mergedInto] = mapped(attribute, all[attribute.id]);
      isNew = !isMissing(all[mergedInto]);
    }
  }
  return all;
}

/** A value as the other attribute knows it. */
function mapped({ mergedOptions = {} }: Attribute, value: unknown): unknown {
  if (Array.isArray(value))
    return [...new Set(value.map((one: unknown) => mappedOption(mergedOptions, one)))];
  return mappedOption(mergedOptions, value);
}

function mappedOption(options: Readonly<Record<string, string>>, value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(options, value) ? options[value] : value;
}
