/** What a page says of itself outside its text: author, dates, the site, the body whose meeting it shows. Pure. */
import { tidy } from '../../paper/text.js';
import { isBodyPage } from './regions.js';
import { attribute, classes, textUnder, type Element } from './tree.js';

/** Names of `meta` elements, and the keys that they become. */
const META: Readonly<Record<string, string>> = {
  author: 'author', 'dc.creator': 'author', 'dcterms.creator': 'author', 'dc.publisher': 'publisher', 'dcterms.publisher': 'publisher', 'dc.date.created': 'created', 'dcterms.created': 'created',
  'dc.date': 'date', 'dcterms.date': 'date', 'article:published_time': 'created', 'dcterms.modified': 'modified', 'dc.date.modified': 'modified', 'article:modified_time': 'modified',
  generator: 'producer', 'og:site_name': 'site', 'dc.subject': 'subject', description: 'description',
};
/** Classes of the site's own name in its head. */
const SITE_NAMES: ReadonlySet<string> = new Set(['logo', 'site-name', 'sitename', 'site-title', 'sitetitle', 'brand', 'navbar-brand', 'header__logo', 'site-logo']);
/** A site's or body's name is short; longer finds are something else. In characters. */
const NAME_CHARACTERS = 120;
const BROWSE = /\b(?:browse|view|see)(?: all)?(?: other)? meetings (?:of|for) (?:the )?(.+)$/i;
/** "Meeting of Licensing Panel, Monday, 2nd June, 2014 10.00 am (Item 4.)": what the page of one item says of its meeting. */
const MEETING = /^Meeting of (?:the )?(.{2,100}?),\s+((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.{5,60}?)\s*(?:\(item (\d{1,3}(?:\.\d{1,2})?[a-z]?)\.?\))?\.?$/iu;
/** Captions of links to a body's page that do not name it. */
const UNNAMED = /^(?:browse|view|see|all|other|this|return|back|meetings?|committees?|agenda|home|council|more)\b/i;

/** Keys: `author`, `publisher`, `created`, `modified`, `date`, `producer`, `subject`, `description`, `site`, `meetingBody`, `meeting` (its day and hour), `meetingItem`; only those that the page has. */
export function pageFacts(elements: readonly Element[]): Record<string, string> {
  const facts: Record<string, string> = {};
  const put = (key: string, value: string | undefined): void => {
    const text = value === undefined ? '' : tidy(value);
    if (text !== '' && facts[key] === undefined) facts[key] = text;
  };
  for (const e of elements) {
    if (e.tagName === 'meta') {
      const key = META[(attribute(e, 'name') ?? attribute(e, 'property') ?? '').toLowerCase()];
      if (key !== undefined) put(key, attribute(e, 'content'));
    } else if (e.tagName === 'a') {
      const meeting = MEETING.exec(tidy(textUnder(e)).slice(0, MOST_MEETING));
      if (meeting && facts['meeting'] === undefined) {
        put('meetingOf', meeting[1]);
        put('meeting', meeting[2]);
        put('meetingItem', meeting[3]);
      }
      put('meetingBody', BROWSE.exec(attribute(e, 'title') ?? '')?.[1]);
    } else if (classes(e).some((c) => SITE_NAMES.has(c)) || SITE_NAMES.has(attribute(e, 'id')?.toLowerCase() ?? '')) {
      const text = tidy(textUnder(e));
      if (text.length <= NAME_CHARACTERS) put('site', text);
    }
  }
  const { meetingOf, ...others } = facts;
  if (meetingOf !== undefined) return sorted({ ...others, meetingBody: meetingOf });
  if (facts['meetingBody'] === undefined) {
    const named = elements.find((e) => e.tagName === 'a' && isBodyPage(attribute(e, 'href') ?? '') && isName(tidy(textUnder(e))));
    if (named) put('meetingBody', textUnder(named));
  }
  return sorted(facts);
}

/** Such a caption has at most this many characters. */
const MOST_MEETING = 220;

const sorted = (facts: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));

const isName = (text: string): boolean => text !== '' && text.length <= NAME_CHARACTERS && !UNNAMED.test(text);
