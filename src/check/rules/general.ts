/** Rules for papers of every kind, or of several. */
import type { Hit, Rule } from '../../kinds/rule.js';
import { clip, eachItem, eachText, isEmpty, isPlain, listOf, type Plain, textOf } from '../../kinds/shared/plain.js';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DATE = /\b(?:(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday),?\s+(?:the\s+)?)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?:,?\s+(\d{4}))?/giu;

/** Days in a month; February of an unknown year may have 29. */
function daysIn(month: number, year: number | undefined): number {
  return new Date(Date.UTC(year ?? 2000, month + 1, 0)).getUTCDate();
}

interface PrintedDate { readonly quote: string; readonly weekday?: string; readonly day: number; readonly month: number; readonly year?: number; readonly at?: string }

function* datesIn(record: Plain): Generator<PrintedDate> {
  for (const { text, at } of eachText(record)) {
    for (const m of text.matchAll(DATE)) {
      yield {
        quote: m[0], day: Number(m[2]), month: MONTHS.indexOf((m[3] ?? '').toLowerCase()),
        ...(m[1] ? { weekday: m[1] } : {}), ...(m[4] ? { year: Number(m[4]) } : {}), ...(at === undefined ? {} : { at }),
      };
    }
  }
}

/** A hit for each different quote: the same wrong date in a field and in the text around it is one fault. */
function once(hits: Iterable<Hit>): Hit[] {
  const seen = new Set<string>();
  return [...hits].filter((h) => {
    const key = `${h.at ?? ''}\u0000${h.quote ?? ''}\u0000${h.message}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

const place = (at: string | undefined): { at?: string } => (at === undefined ? {} : { at });

/** Appendices that the record lists or holds: by the numbers of its lists and the titles of its sections. */
function appendices(record: Plain): Set<string> {
  const out = new Set<string>();
  for (const a of listOf(record['appendices'])) if (textOf(a['number'])) out.add(textOf(a['number']).toLowerCase());
  for (const { text, key } of eachText(record)) {
    if (key !== 'title' && key !== 'heading' && key !== 'appendixNumber') continue;
    const m = key === 'appendixNumber' ? [text, text] : /^(?:appendix|annex|annexe|schedule)\s+([\p{L}\p{N}][\p{L}\p{N}.]{0,5})\b/iu.exec(text);
    if (m?.[1]) out.add(m[1].toLowerCase());
  }
  return out;
}

export const generalRules: readonly Rule[] = [
  {
    id: 'coverage-low', severity: 'warning', about: 'More of the paper is in no field than the threshold allows.',
    help: 'The record lists what is left over under `coverage.unassigned`. Look there for what was missed; a heading that the vocabulary does not know can be added in `ctrust.config.yaml`. The threshold is `thresholds.coverage`.',
    check: (record, { coverage }) => {
      const own = record['coverage'];
      const ratio = isPlain(own) ? Number(own['ratio']) : 1;
      const first = isPlain(own) ? listOf(own['unassigned'])[0] : undefined;
      return ratio < coverage ? [{ message: `Only ${(ratio * 100).toFixed(1)} % of the paper is in fields; ${(coverage * 100).toFixed(1)} % is asked for.`, ...(first ? { at: textOf(first['at']), quote: clip(textOf(first['text'])) } : {}) }] : [];
    },
  },
  {
    id: 'kind-doubtful', severity: 'warning', about: 'It is not certain what kind of paper this is.',
    help: 'The evidence is weak, or speaks for two kinds. `ctrust inspect` shows what speaks for each; `--kind` says what it is. The threshold is `thresholds.confidence`.',
    check: (record, { confidence }) => {
      const own = record['classification'];
      const sure = isPlain(own) ? Number(own['confidence']) : 1;
      return sure < confidence ? [{ message: `The paper was taken for ${record.kind} with a confidence of ${sure}; ${confidence} is asked for.` }] : [];
    },
  },
  {
    id: 'date-missing', severity: 'info', kinds: ['action-plan', 'partnership-report', 'minutes', 'cabinet-report', 'strategy-paper', 'agenda'], about: 'The paper does not say its date.',
    help: 'Without a date, half-said dates in the paper ("June", "12/13") are read less surely, and timescales cannot be held against it.',
    check: (record) => (record['date'] === undefined ? [{ message: 'The paper has no date.' }] : []),
  },
  {
    id: 'title-missing', severity: 'warning', about: 'The paper has no title.', help: 'Nothing at the head of the paper reads as its title.',
    check: (record) => (textOf(record['title']).trim() === '' ? [{ message: 'The paper has no title.' }] : []),
  },
  {
    id: 'date-impossible', severity: 'error', about: 'The paper names a date that does not exist.',
    help: '"31 June" is a slip for another date. A reader cannot tell which: ask the author.',
    check: (record) => once([...datesIn(record)].filter((d) => d.day < 1 || d.day > daysIn(d.month, d.year))
      .map((d) => ({ message: `There is no ${d.quote}.`, quote: d.quote, ...place(d.at) }))),
  },
  {
    id: 'weekday-wrong', severity: 'warning', about: 'A date does not fall on the weekday that the paper says.',
    help: 'Either the weekday or the date is wrong; people come on the wrong day.',
    check: (record) => once([...datesIn(record)].flatMap((d): Hit[] => {
      if (!d.weekday || d.year === undefined || d.day > daysIn(d.month, d.year)) return [];
      const is = DAYS[new Date(Date.UTC(d.year, d.month, d.day)).getUTCDay()] ?? '';
      return is === d.weekday.toLowerCase() ? [] : [{ message: `${d.quote} was a ${is.charAt(0).toUpperCase()}${is.slice(1)}.`, quote: d.quote, ...place(d.at) }];
    })),
  },
  {
    id: 'appendix-missing', severity: 'warning', kinds: ['cabinet-report', 'strategy-paper'], about: 'The paper cites an appendix that it neither lists nor holds.',
    help: 'Readers will look for it. It may be published beside the paper under another name.',
    check: (record) => {
      const there = appendices(record);
      const hits: Hit[] = [];
      const said = new Set<string>();
      for (const item of eachItem(record)) {
        for (const r of listOf(item['references'])) {
          const number = textOf(r['number']);
          if (r['type'] !== 'appendix' || there.has(number.toLowerCase()) || said.has(number)) continue;
          said.add(number);
          hits.push({ message: `Appendix ${number} is cited and not there.`, at: textOf(item['at']), quote: clip(textOf(item['text'])) });
        }
      }
      return hits;
    },
  },
  {
    id: 'appendix-not-listed', severity: 'info', kinds: ['cabinet-report'], about: "An appendix is there that the paper's list of appendices does not have.",
    help: 'The list of appendices and the appendices differ.',
    check: (record) => {
      const listed = new Set(listOf(record['appendices']).map((a) => textOf(a['number']).toLowerCase()));
      if (listed.size === 0) return [];
      return listOf(record['sections']).flatMap((s): Hit[] => {
        const m = /^(?:appendix|annex)\s+([\p{L}\p{N}]{1,4})\b/iu.exec(textOf(s['title']));
        return m?.[1] && !listed.has(m[1].toLowerCase()) ? [{ message: `Appendix ${m[1]} is there and not listed.`, at: textOf(s['at']), quote: textOf(s['title']) }] : [];
      });
    },
  },
  {
    id: 'reference-leads-nowhere', severity: 'info', kinds: ['cabinet-report', 'strategy-paper'], about: 'The text refers to a paragraph of its own that is not there.',
    help: 'Paragraphs were renumbered after the reference was written, or it means a paragraph of another paper. Only references that name no other paper are looked at.',
    check: (record) => {
      const numbers = new Set([...eachItem(record)].map((i) => textOf(i['number'])).filter(Boolean));
      for (const { owner, key, text } of eachText(record)) if (key === 'number' && typeof owner['title'] === 'string') numbers.add(text);
      if (numbers.size < 3) return [];
      return [...eachItem(record)].flatMap((item) => listOf(item['references']).flatMap((r): Hit[] => {
        const number = textOf(r['number']);
        const text = textOf(item['text']);
        if (r['type'] !== 'paragraph' || !number.includes('.') || numbers.has(number)) return [];
        // "paragraph 3.4 of the constitution" is of another paper.
        const after = text.slice(text.indexOf(number) + number.length);
        if (/^\W*(?:of|in|to)\s+(?:the|its|that|schedule|part)\b/iu.test(after) || [...numbers].some((n) => n.startsWith(`${number}.`))) return [];
        return [{ message: `Paragraph ${number} is referred to and not there.`, at: textOf(item['at']), quote: clip(text) }];
      }));
    },
  },
  {
    id: 'key-decision-without-reasons', severity: 'error', kinds: ['cabinet-report', 'decision-notice'], about: 'A key decision gives no reasons.',
    help: 'SI 2012/2089, regulation 12 (England): the record of an executive decision states the reasons for it.',
    check: (record) => (record['keyDecision'] === true && isEmpty(record['reasons']) ? [{ message: 'The decision is a key decision, and no reasons are given.' }] : []),
  },
  {
    id: 'key-decision-without-alternatives', severity: 'warning', kinds: ['cabinet-report', 'decision-notice'], about: 'A key decision does not say what else was considered.',
    help: 'SI 2012/2089, regulation 12 (England): the record states any alternative options considered and rejected.',
    check: (record) => (record['keyDecision'] === true && isEmpty(record.kind === 'cabinet-report' ? record['otherOptions'] : record['alternatives']) ? [{ message: 'The decision is a key decision, and no alternatives are given.' }] : []),
  },
];
