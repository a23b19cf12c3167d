/**
 * The values that stand in a committee paper, as the output contract writes them (design: output-contract.md).
 * Fields marked "extra" are additions of ours that the contract allows; everything else is binding by name.
 */

/** A value and what is doubtful about it: a message for the caller's diagnostics, never an exception. */
export interface Reading<T> {
  value: T;
  /** Why the value is partial or a guess, in words for a reader of the report. */
  problem?: string;
}

/** Where a value stands in the text it was found in: offsets in UTF-16 units, `end` exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** An ISO 8601 calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** What is known of the paper when one of its dates is read. */
export interface DateContext {
  /** The date of the paper or its meeting; resolves two-digit and missing years. */
  paperDate?: IsoDate | undefined;
  /** The text is a timescale (a cell of that column, "By when:"): a month or "April 10" alone is then a time. */
  timescale?: boolean | undefined;
}

export type Precision = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'financial-year' | 'range';

export interface Period {
  text: string;
  /** First day, inclusive. Absent for "by July 2010". */
  start?: IsoDate;
  /** Last day, inclusive. Absent for "from July 2010". Never before `start`. */
  end?: IsoDate;
  precision?: Precision;
  ongoing?: true;
  status?: 'to-be-confirmed';
  /** Extra: each time, where the text names several that do not make one span ("July 2010 and March 2011"). */
  parts?: Period[];
}

export interface FoundPeriod extends Place {
  period: Period;
  problem?: string;
}

export type CostStatus = 'not-applicable' | 'unknown' | 'within-existing-budget' | 'to-be-confirmed';

export interface Cost {
  text: string;
  /** In whole units of `currency` (pounds, not pence). */
  amount?: number;
  /** ISO 4217: "GBP". */
  currency?: string;
  status?: CostStatus;
  /** Extra: the two ends of a range ("£10-15k"); `amount` is absent then. */
  amountFrom?: number;
  amountTo?: number;
  /** Extra: the amount is what it costs each time: "year" for "pa". */
  per?: string;
  /** Extra: printed with "c.", "approx.", "around". */
  approximate?: true;
  /** Extra: "up to £20,000" is a maximum, "over £20,000" a minimum. */
  bound?: 'minimum' | 'maximum';
}

export type PartyType = 'person' | 'role' | 'body';

export interface Party {
  text: string;
  name: string;
  type: PartyType;
  honorific?: string;
  role?: string;
  organisation?: string;
}

export type AttendanceStatus = 'chair' | 'vice-chair' | 'present' | 'in-attendance' | 'substitute' | 'apologies' | 'absent';

/** One name of an attendance list. `status` only where the entry itself says it; the list's heading says the rest. */
export interface Attendee {
  text: string;
  honorific?: string;
  name: string;
  role?: string;
  organisation?: string;
  /** "virtually", "part of the meeting", "for Mr Smith": without the brackets. */
  note?: string;
  status?: AttendanceStatus;
}

/** The parties a cell names. `owners` is empty where the split is not certain. */
export interface PartySplit {
  owners: Party[];
  certain: boolean;
  problem?: string;
}

export type LabelStyle =
  | 'decimal'
  | 'multilevel'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'mixed'
  | 'bullet';

export interface Label {
  /** The label as printed, with its punctuation and any bullet before it: "(iv)", "- 1.1". */
  raw: string;
  /** Without the punctuation around it: "iv", "1.1". A bullet has none. */
  number?: string;
  /** The bullet character, also where it stands before a number. */
  bullet?: string;
  style: LabelStyle;
  /** The text after the label, white space trimmed at its start; "" where the label stands alone. */
  rest: string;
  /** Punctuation around the number, with "#" in its place: "(#)", "#)", "#.", "#". */
  form: string;
  /** Other styles the same number may have: "i" is a roman one or the ninth letter. */
  alternatives?: LabelStyle[];
  /** True where it may be no label at all ("A. Smith"): let the sequence decide. */
  doubtful?: true;
}

export type Outcome =
  | 'noted'
  | 'agreed'
  | 'approved'
  | 'recommended'
  | 'requested'
  | 'deferred'
  | 'rejected'
  | 'appointed'
  | 'referred'
  | 'received'
  | 'other';

export interface VoteNames {
  for: string[];
  against: string[];
  abstained: string[];
}

export interface Vote {
  text?: string;
  for?: number;
  against?: number;
  abstained?: number;
  result?: 'carried' | 'lost' | 'tied';
  names?: VoteNames;
}

export type ReferenceType = 'recommendation' | 'minute' | 'section' | 'paragraph' | 'page' | 'appendix' | 'decision';

export interface Reference {
  type: ReferenceType;
  number: string;
}
