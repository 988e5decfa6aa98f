// Settings as a form whose every valid change is an edit of the draft at once. What is not valid stays in its control
// with the reason. What changes the draft from elsewhere (undo, the canvas, somebody else) shows here, and never in the
// middle of what is being typed when that means the same.
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm, type Control } from 'react-hook-form';
import type * as z from 'zod';
import { isSame } from '@baton/form/changes';

/** What controls hold: texts, and boxes that are on or off. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export type Settings<K extends string> = {
  readonly control: Control<Values>;
  readonly change: (key: K, value: string | boolean) => void;
  readonly disabled: boolean;
  /** What the worker last said of this one, as a sentence. */
  readonly told: (key: K) => string | undefined;
};

type Given<K extends string, Out> = {
  /** As the draft has it. */
  readonly shown: Readonly<Record<K, string | boolean>>;
  /** Reads what the controls hold; every key is optional, unless they make one value together. */
  readonly schema: z.ZodType<Out, Values>;
  readonly put: (out: Out, key: K) => void;
  readonly disabled?: boolean;
  readonly told?: (key: string) => string | undefined;
  /** The controls make one value: they are read all at once. */
  readonly together?: boolean;
};

export function useSettings<K extends string, Out>(given: Given<K, Out>): Settings<K> {
  const { shown, schema, put, disabled = false, told = () => undefined, together = false } = given;
  const [first] = useState<Values>(() => shown);
  const form = useForm<Values>({
    values: first,
    resolver: zodResolver(schema, undefined, { raw: true }),
    mode: 'onChange',
  });
  const keys = keysOf(shown);
  useOutside(form, shown, schema, together);
  return {
    control: form.control,
    disabled,
    told,
    change(key, value) {
      const name: string = key;
      form.setValue(name, value, { shouldDirty: true });
      const values: Values = { ...form.getValues(), [name]: value };
      const bad = new Set(schema.safeParse(values).error?.issues.map(({ path }) => String(path[0])));
      // What stood against what was typed elsewhere may be right now.
      const waiting = keys.filter((other) => other !== key && form.getFieldState(other).invalid);
      const concerned = [key, ...waiting];
      void form.trigger(concerned);
      if (together) {
        const read = schema.safeParse(values);
        if (read.success) put(read.data, key);
        return;
      }
      for (const one of concerned) {
        if (bad.has(one)) continue;
        const read = schema.safeParse({ [one]: values[one] });
        if (read.success) put(read.data, one);
      }
    },
  };
}

type Form = ReturnType<typeof useForm<Values>>;

/** Takes over what the draft has become, where that is something else than what stands in the control. */
function useOutside<K extends string>(
  form: Form,
  shown: Readonly<Record<K, string | boolean>>,
  schema: z.ZodType<unknown, Values>,
  together: boolean,
): void {
  const seen = useRef(shown);
  useEffect(() => {
    const before = seen.current;
    seen.current = shown;
    const now = form.getValues();
    const keys = keysOf(shown);
    if (!keys.some((key) => before[key] !== shown[key])) return;
    if (together && meansTheSame(schema, now, shown)) return;
    for (const key of keys) {
      if (!together && before[key] === shown[key]) continue;
      if (now[key] === shown[key]) continue;
      if (!together && meansTheSame(schema, { [key]: now[key] }, { [key]: shown[key] })) continue;
      const name: string = key;
      form.setValue(name, shown[key]);
      form.clearErrors(name);
    }
  });
}

function meansTheSame(schema: z.ZodType<unknown, Values>, one: Values, other: Values): boolean {
  const [a, b] = [schema.safeParse(one), schema.safeParse(other)];
  return a.success && b.success && isSame(a.data, b.data);
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}
