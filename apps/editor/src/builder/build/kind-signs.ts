// A sign for each kind of field.
import {
  AtSign,
  Calendar,
  CircleDot,
  EyeOff,
  Globe,
  Hash,
  Link2,
  ListChecks,
  Phone,
  Pilcrow,
  ShieldCheck,
  Star,
  Text,
  TextCursorInput,
  type LucideIcon,
} from 'lucide-react';
import type { FieldKind } from '@baton/form';

export const kindSigns: Readonly<Record<FieldKind, LucideIcon>> = {
  text: TextCursorInput,
  textarea: Text,
  email: AtSign,
  phone: Phone,
  url: Link2,
  number: Hash,
  date: Calendar,
  country: Globe,
  choice: CircleDot,
  choices: ListChecks,
  rating: Star,
  consent: ShieldCheck,
  hidden: EyeOff,
  statement: Pilcrow,
};
