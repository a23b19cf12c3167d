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
/** Captions of links to a body's page that do not name it. */
const UNNAMED = /^(?:browse|view|see|all|other|this|return|back|meetings?|committees?|agenda|home|council|more)\b/i;

/** Keys: `author`, `publisher`, `created`, `modified`, `date`, `producer`, `subject`, `description`, `site`, `meetingBody`; only those that the page has. */
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
      put('meetingBody', BROWSE.exec(attribute(e, 'title') ?? '')?.[1]);
    } else if (classes(e).some((c) => SITE_NAMES.has(c)) || SITE_NAMES.has(attribute(e, 'id')?.toLowerCase() ?? '')) {
      const text = tidy(textUnder(e));
      if (text.length <= NAME_CHARACTERS) put('site', text);
    }
  }
  if (facts['meetingBody'] === undefined) {
    const named = elements.find((e) => e.tagName === 'a' && isBodyPage(attribute(e, 'href') ?? '') && isName(tidy(textUnder(e))));
    if (named) put('meetingBody', textUnder(named));
  }
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isName = (text: string): boolean => text !== '' && text.length <= NAME_CHARACTERS && !UNNAMED.test(text);
