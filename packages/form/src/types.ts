// What a form is once it has been parsed, and the part of it that the browser may know. The schema in document.ts
// does not compile when it gives anything else. Nothing here exists at run time but a few names.
import type { Translation } from './translations.ts';
import type { Embed } from './embed.ts';
import type { Condition, Group, Option, ReadyCondition } from '@baton/rules';
import type { Theme } from './theme/theme.ts';

/** Every kind of field, in the order an editor offers them. */
export const fieldKinds = [
  'text',
  'textarea',
  'email',
  'phone',
  'url',
  'number',
  'date',
  'country',
  'choice',
  'choices',
  'rating',
  'consent',
  'hidden',
  'statement',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** One canonical answer: what is stored, compared and told to sales. Never blank, never an empty list. */
export type Answer = string | number | boolean | readonly string[];

/** Answers by field id. A missing answer has no key. */
export type Answers = Readonly<Record<string, Answer>>;

/** Where a field's first value comes from when it is not a constant. */
export type DefaultSource =
  | { readonly from: 'url'; readonly name: string }
  | { readonly from: 'country' }
  | { readonly from: 'email_domain' };

/** What limits an answer. Which of them a kind reads stands in its file under fields/; absent: the kind's own. */
export type Limits = {
  /** Numbers: the least value. Choices: how many at least. */
  readonly min?: number;
  /** Numbers: the greatest value. Ratings: the best mark, 5 unless told. Choices: how many at most. */
  readonly max?: number;
  /** In UTF-16 code units, as HTML counts. */
  readonly minLength?: number;
  /** In UTF-16 code units, as HTML counts. */
  readonly maxLength?: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  /** ISO day, inclusive. */
  readonly earliest?: string;
  /** ISO day, inclusive. */
  readonly latest?: string;
};

/** When a field is asked: at every visit, while its attribute is unknown, or in its turn from the queue. */
export type Ask = 'always' | 'untilKnown' | 'progressive';

/** One question, or one statement. Keys that its kind does not have are absent. */
export type Field = Limits & {
  /** Immutable; the name of its answer. */
  readonly id: string;
  readonly kind: FieldKind;
  /** Id in the workspace's catalogue. Absent: the answer stays with the submission. */
  readonly attribute?: string;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** A statement's own text. */
  readonly text?: string;
  readonly required?: boolean;
  readonly requiredWhen?: Condition;
  readonly shownWhen?: Condition;
  readonly ask?: Ask;
  /** Always there on `choice` and `choices`: the field's own, or those of its attribute. */
  readonly options?: readonly Option[];
  /** Of the options, the last means none of them; what it is, is asked by a field of its own, right after. */
  readonly other?: OtherOption;
  /**
   * It asks for the text behind the `other` option of the field with this id. Set where documents are read. Its label
   * is empty where the form leaves the question to the host.
   */
  readonly otherOf?: string;
  /** A long list can be searched by typing. Absent: when it is long. */
  readonly search?: boolean;
  readonly default?: DefaultSource | Answer;
  /** After the words of a consent: where what is agreed to can be read. */
  readonly link?: { readonly url: string; readonly text?: string };
  /** Never kept in the browser's draft. */
  readonly sensitive?: boolean;
  /** What a browser may fill in, in HTML's words. Absent: what follows from attribute and kind. */
  readonly autocomplete?: string;
  /** What becomes of a free or disposable e-mail address; absent: it is as good as any. */
  readonly business?: 'allow' | 'warn' | 'refuse';
  /** Said where such an address is warned of or refused. */
  readonly businessText?: string;
  /** What the whole text must match, in RE2's syntax. Only the worker tries it. */
  readonly pattern?: string;
  /** Said where it does not. */
  readonly patternText?: string;
  /** A telephone number that cannot be dialled is refused. */
  readonly strict?: boolean;
};

/** The option for whoever finds no other, in the marketer's words or the host's own. */
export type OtherOption = {
  readonly label?: string;
  /** Asks what it is. */
  readonly question?: string;
  /** Where the text goes among the lead's attributes. */
  readonly attribute?: string;
};

/** The id of the option that {@link OtherOption} puts last. */
export const otherOption = 'other';

export type Step = {
  readonly id: string;
  readonly title: string;
  readonly shownWhen?: Condition;
  readonly fields: readonly Field[];
};

/** What the visitor sees after sending. A message without words is the host's own thanks. */
export type Show =
  | (ShownWords & { readonly kind: 'message' })
  | (Carrying & { readonly kind: 'redirect'; readonly url: string })
  | (ShownWords &
      Carrying & {
        readonly kind: 'booking';
        readonly url: string;
        /** What the link says. */
        readonly label?: string;
        /** The calendar stands in the outcome itself, beside the link. */
        readonly inline?: boolean;
      })
  | (ShownWords & { readonly kind: 'download'; readonly url: string; readonly label?: string });

type ShownWords = { readonly title?: string; readonly text?: string };

/** Ids of the fields whose answers go along in the address, by the parameter that they become. */
type Carrying = { readonly fields?: Readonly<Record<string, string>> };

/** `when`: absent or null holds always, `{ tier }` from that tier up, else a condition. */
export type Outcome = {
  readonly id: string;
  readonly when?: { readonly tier: string } | Condition;
  readonly show: Show;
};

export type Profiling = {
  /** Progressive fields asked in one visit, at most. */
  readonly maxProgressive: number;
  readonly order: 'listed' | 'deciding';
};

/** What visitors agree to by sending, or where it is required by a box of its own. */
export type Consent = {
  readonly text?: string;
  readonly version?: string;
  readonly url?: string;
  readonly linkText?: string;
  readonly required?: boolean;
  /** A second box, always free; its attribute is boolean. */
  readonly marketing?: { readonly text: string; readonly attribute?: string };
};

/** Honeypot always; the rest only where it is declared. */
export type Protection = Readonly<Record<string, unknown>> & {
  /** Seconds between view and send below which a submission is suspect. */
  readonly minSeconds?: number;
  /** Submissions per hour and address block above which they are suspect. */
  readonly maxPerHour?: number;
  /** `cost`: tries that the work takes at most; half of them on average. */
  readonly proofOfWork?: boolean | { readonly cost?: number };
  /** Cloudflare's, by the key of the website. */
  readonly turnstile?: { readonly siteKey: string };
};

/** A parsed form: every key is there, conditions are checked, options are inherited. */
export type Form = {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  /** What it is about, in a sentence, where a link to its page is shown. */
  readonly description?: string;
  /** The address of a picture for where a link to its page is shown. */
  readonly image?: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly steps: readonly Step[];
  readonly profiling: Profiling;
  readonly outcomes: readonly Outcome[];
  readonly consent: Consent | null;
  /** Finished steps are sent before the form is. */
  readonly partials?: boolean;
  readonly theme: Theme;
  /** By BCP 47 tag. */
  readonly translations: Readonly<Record<string, Translation>>;
  readonly protection: Protection;
  /** Origins in lower case without a default port; none: every origin may embed the form. */
  readonly websites: readonly string[];
  /** The answers are shown once more before they are sent. */
  readonly review?: boolean;
  /** Absent: inline. */
  readonly embed?: Embed;
  /** Whether the browser keeps a journal of the visit. Absent: on. */
  readonly journal?: 'on' | 'off' | 'consent';
  /** The screen is shared: nothing is kept in the browser, nobody is known. */
  readonly kiosk?: boolean;
};

/** A visit as the browser sent it; `country` is known to the worker alone. */
export type VisitFacts = Readonly<
  Partial<
    Record<
      | 'utm_source'
      | 'utm_medium'
      | 'utm_campaign'
      | 'utm_term'
      | 'utm_content'
      | 'referrer_host'
      | 'page_path'
      | 'country'
      | 'language'
      | 'device',
      string
    >
  > & { returning?: boolean }
>;

/** What the answer to a field must be like. */
export type AnswerShape = Limits & {
  readonly id: string;
  readonly kind: FieldKind;
  /** Option ids. */
  readonly options?: readonly string[];
  /** The options compare by their position. */
  readonly ordered?: true;
};

/** A field as the browser needs it: no words, no attribute, no default. */
export type LogicField<C = ReadyCondition> = AnswerShape & {
  readonly required?: true;
  readonly requiredWhen?: C;
  readonly shownWhen?: C;
};

export type LogicStep<C = ReadyCondition> = {
  readonly id: string;
  readonly shownWhen?: C;
  readonly fields: readonly LogicField<C>[];
};

/** The public logic of a form: plain JSON, small, with nothing in it that a visitor may not know. */
export type Logic = { readonly steps: readonly LogicStep[] };

/** The same as it is sent to a browser, which finds the ids of the steps in the HTML. */
export type SentLogic = {
  readonly steps: readonly (Omit<LogicStep, 'id'> & Partial<Pick<LogicStep, 'id'>>)[];
};

/** The same with its conditions as they stand in the document. */
export type DocumentLogic = { readonly steps: readonly LogicStep<Group>[] };

/** Every code an issue with an answer can have. Its path is `['answers', fieldId]`. */
export const answerIssueCodes = [
  'required',
  'must_be_true',
  'not_text',
  'not_email',
  'not_phone',
  'not_url',
  'not_number',
  'not_whole',
  'not_date',
  'not_country',
  'not_an_option',
  'not_boolean',
  'not_business',
  'not_in_pattern',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'too_early',
  'too_late',
  'too_few',
  'too_many',
] as const;

export type AnswerIssueCode = (typeof answerIssueCodes)[number];
