/** The parts of a page: what is the paper, what is the web site around it, and what cannot be seen. Names that sites use are data. */
import { inkLength } from '../../paper/text.js';
import { hides, type PageSheet } from './sheets.js';
import { attribute, classes, declarations, isElement, textUnder, type Document, type Element, type Node } from './tree.js';

/** Ids and classes of the main part in council meeting systems (ModernGov, CMIS and others) and content management systems, surest first. */
const MAIN_NAMES: readonly string[] = [
  'modgov', 'mgcontent', 'mgmaincontent', 'maincontent', 'main-content', 'main_content', 'page-content', 'pagecontent', 'contentmain', 'content-main', 'primary-content',
  'article-body', 'entry-content', 'node__content', 'region-content', 'dnn_contentpane', 'contentpane', 'content', 'main',
];

/** Words in ids and classes of parts that only lead around the site. */
const AROUND: readonly (readonly [why: string, names: ReadonlySet<string>])[] = [
  ['navigation', new Set([
    'nav', 'navbar', 'navigation', 'topnav', 'leftnav', 'rightnav', 'sidenav', 'subnav', 'mainnav', 'breadcrumb', 'breadcrumbs', 'crumbs', 'crumb', 'menu', 'sidebar', 'sitemap', 'pagination', 'pager',
    'skip', 'skiplink', 'skip-link', 'skiplinks', 'skip-links', 'toolbar', 'tabs', 'share', 'sharing', 'social', 'socialmedia', 'related-links', 'language-switcher', 'print-link', 'backtotop', 'back-to-top',
    'entry-meta', 'entry-footer', 'post-meta', 'post-navigation', 'sharedaddy', 'sd-sharing', 'sd-sharing-enabled', 'jp-relatedposts', 'a2a_kit', 'addtoany_share_save_container', 'social-share', 'share-buttons', 'share-links',
    'comments-area', 'comment-respond', 'comment-form', 'wp-block-file__button', 'gem-c-feedback', 'gem-c-contextual-footer', 'page-feedback', 'rate-this-page', 'govuk-phase-banner',
    'mgactionlist', 'mgnavigation', 'mglinks', 'mgsubnav', 'mgbreadcrumb', 'mgtabs', 'mgsharelinks', 'mgrelatedlinks', 'mghelp',
  ])],
  ['header', new Set(['header', 'masthead', 'banner', 'site-header', 'siteheader', 'headerpane', 'dnn_headerpane', 'page-header-site', 'topbar', 'logo'])],
  ['footer', new Set(['footer', 'site-footer', 'sitefooter', 'footerpane', 'dnn_footerpane', 'page-footer', 'pagefooter', 'copyright'])],
  ['notice', new Set(['cookie', 'cookies', 'cookie-banner', 'cookiebanner', 'cookie-consent', 'cookie-notice', 'consent', 'ccc', 'gdpr', 'feedback', 'site-search', 'search-form', 'searchbox', 'search'])],
];
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation', banner: 'header', contentinfo: 'footer', search: 'navigation', complementary: 'navigation', menubar: 'navigation', menu: 'navigation', toolbar: 'navigation',
  dialog: 'notice', alertdialog: 'notice', tablist: 'navigation',
};
/** Controls: their captions belong to the page's machinery. */
const CONTROLS: ReadonlySet<string> = new Set(['button', 'select', 'textarea', 'optgroup', 'option', 'menu', 'dialog', 'legend', 'progress', 'meter', 'output']);

/** Classes that hide from sight what is meant for screen readers alone. */
const UNSEEN: ReadonlySet<string> = new Set(['sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text', 'screenreader', 'element-invisible', 'u-hidden', 'hidden', 'd-none', 'hide', 'offscreen', 'off-screen', 'govuk-visually-hidden', 'mghiddentext', 'accesshide']);

/** Addresses, within council meeting systems, of pages that lead to other meetings or lists; a link to one in a line of its own is navigation. */
const SYSTEM_PAGES = /(?:^|\/)(?:ieListDocuments|ieListMeetings|ieDocHome|ieDocSearch|mgCommitteeDetails|mgCommitteeMailingList|mgListCommittees|mgCalendar\w*|mgMemberIndex|mgFindMember|mgPlansHome|mgWhatsNew|mgDelegatedDecisions|mgListOfficerDecisions|mgRegisterKeywordInterest|mgRSS\w*|mgSubscribe\w*|mgSiteMap|mgEPetition\w*|mgConvert2PDF|mgHelp|ieLogon|ieRegisterUser|uuCoverPage)\.aspx/i;
/** What such lines say beside their link ("Meeting:"). In characters. */
const BESIDE_LINK = 30;
/** Labels of links to a meeting's other pages; any other label ("Decision maker:") has the link's text for its value. */
const LEADING_LABEL = /^(?:(?:this |see |view |all |other |browse )*(?:meetings?|committees?|agenda|calendar)|you are (?:here|in)|see also|related)\b/i;
/** The trail of pages that leads to this one, in a line. */
const TRAIL = /^you are (?:here|in)\b\s*:/i;
/** Captions of links that move around the page or hand it on. */
const MOVES = /^(?:skip to .*|back to top|top of page|print(?: this)?(?: page| item)?|share(?: this)?(?: page| item)?|e-?mail this(?: page)?|close|previous|next|back|home|view directions|listen|help|log ?in|sign in|subscribe.*|rss(?: feed)?)\W*$/i;

/** What a site asks of its pages' readers. */
const FEEDBACK = /^(?:is|was) this (?:page|information) (?:useful|helpful)\s*\?$/i;

export interface Regions {
  readonly main: Element | undefined;
  /** The main part and all that holds it. */
  readonly around: ReadonlySet<Node>;
}

/** Share of the page's ink that a part needs to be the main one, or this much ink. */
const MAIN_SHARE = 0.2;
const MAIN_INK = 200;

/** Finds the main part by role, element or name; `undefined` where the page marks none (a saved document). */
export function findMain(document: Document): Regions {
  const elements = allElements(document);
  const body = elements.find((e) => e.tagName === 'body');
  const whole = body ? inkLength(textUnder(body)) : 0;
  const articles = elements.filter((e) => e.tagName === 'article');
  const named = new Map<string, Element>();
  for (const e of elements) {
    for (const n of [attribute(e, 'id')?.toLowerCase(), ...classes(e)]) if (n !== undefined && MAIN_NAMES.includes(n) && !named.has(n)) named.set(n, e);
  }
  const sure = MAIN_NAMES.slice(0, 3).map((n) => named.get(n));
  const candidates = [
    ...sure, elements.find((e) => attribute(e, 'role') === 'main'), elements.find((e) => e.tagName === 'main'), ...(articles.length === 1 ? articles : []),
    ...MAIN_NAMES.map((n) => named.get(n)),
  ];
  const main = candidates.find((e) => {
    if (!e || e.tagName === 'body' || e.tagName === 'html' || e.tagName === 'a') return false;
    const ink = inkLength(textUnder(e));
    return ink > 0 && (ink >= MAIN_INK || ink >= whole * MAIN_SHARE);
  });
  const around = new Set<Node>();
  for (let at: Element['parentNode'] | undefined = main; at; at = 'parentNode' in at ? at.parentNode : null) around.add(at as Node);
  return { main, around };
}

/** Every element in document order; a loop, for trees of any depth. Contents of templates are no part of the page. */
export function allElements(document: Document): Element[] {
  const out: Element[] = [];
  const stack: Node[] = [...document.childNodes].reverse();
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!isElement(top)) continue;
    out.push(top);
    for (let i = top.childNodes.length - 1; i >= 0; i--) stack.push(top.childNodes[i] as Node);
  }
  return out;
}

export interface Apart {
  readonly kind: 'furniture' | 'hidden';
  readonly why: string;
}

/**
 * Why an element is set apart, or `undefined` where it is read.
 * @param inside whether it stands in the main part: there, only what is plainly navigation is taken out
 */
export function apart(element: Element, inside: boolean, regions: Regions, sheet?: PageSheet): Apart | undefined {
  if (regions.around.has(element) && element !== regions.main) return undefined;
  if (element === regions.main) return undefined;
  if (isUnseen(element, sheet)) return { kind: 'hidden', why: 'invisible' };
  const why = wayAround(element, inside);
  return why === undefined ? undefined : { kind: 'furniture', why };
}

function isUnseen(element: Element, sheet: PageSheet | undefined): boolean {
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true;
  if (hides(declarations(attribute(element, 'style'))) || sheet?.hides(element)) return true;
  return classes(element).some((c) => UNSEEN.has(c));
}

function wayAround(element: Element, inside: boolean): string | undefined {
  const tag = element.tagName;
  if (tag === 'nav') return 'navigation';
  if (CONTROLS.has(tag)) return 'control';
  if (tag === 'label' && attribute(element, 'for') !== undefined) return 'control';
  if (tag === 'form') return isSmallForm(element) ? 'control' : undefined;
  const role = ROLES[attribute(element, 'role') ?? ''];
  if (role) return role;
  if (/^mso-element:\s*(?:header|footer)\b/.test(attribute(element, 'style') ?? '')) return attribute(element, 'style')?.includes('header') ? 'header' : 'footer';
  // A word processor's own header and footer, as LibreOffice writes them.
  const title = attribute(element, 'title');
  if (tag === 'div' && (title === 'header' || title === 'footer') && element.parentNode && 'tagName' in element.parentNode && element.parentNode.tagName === 'body') return title;
  const byName = nameOf(element, inside);
  if (byName) return byName;
  if (inside) return undefined;
  if (tag === 'header') return 'header';
  if (tag === 'footer') return 'footer';
  return tag === 'aside' ? 'navigation' : undefined;
}

function nameOf(element: Element, inside: boolean): string | undefined {
  if (!['div', 'ul', 'ol', 'section', 'p', 'a', 'aside', 'header', 'footer', 'table', 'td', 'span'].includes(element.tagName)) return undefined;
  const names = [attribute(element, 'id')?.toLowerCase() ?? '', ...classes(element)];
  for (const [why, known] of AROUND) {
    // Inside the main part "header" and "footer" may be the paper's own.
    if (inside && why !== 'navigation') continue;
    if (names.some((n) => known.has(n))) return why;
  }
  return undefined;
}

/** A search box or the like; a form that holds the page (ASP.NET) is none. In characters of ink. */
const FORM_INK = 400;
function isSmallForm(form: Element): boolean {
  return inkLength(textUnder(form)) < FORM_INK && !under(form, new Set(['p', 'h1', 'h2', 'table', 'article', 'main']));
}

function under(element: Element, tags: ReadonlySet<string>): boolean {
  const stack: Node[] = [...element.childNodes];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!isElement(top)) continue;
    if (tags.has(top.tagName)) return true;
    for (const child of top.childNodes) stack.push(child);
  }
  return false;
}

/** Links of one line, and the line's text: true where the line does nothing but lead around the meeting system. */
export function leadsAway(text: string, links: readonly { readonly start: number; readonly end: number; readonly target?: string }[]): boolean {
  if (links.length === 0) return (MOVES.test(text) && /^(?:skip to|back to top)/i.test(text)) || FEEDBACK.test(text);
  const label = text.slice(0, links[0]?.start).trimEnd();
  if (label.endsWith(':') && !LEADING_LABEL.test(label)) return false;
  const linked = links.reduce((n, l) => n + l.end - l.start, 0);
  if (text.length - linked > BESIDE_LINK) return false;
  if (TRAIL.test(text)) return true;
  return links.every((l) => SYSTEM_PAGES.test((l.target ?? '').split('?')[0] ?? '') || (MOVES.test(text.slice(l.start, l.end)) && /^(?:#|javascript:|mailto:\?)/i.test(l.target ?? '#')));
}

/** The end of a link to a file, as sites print it: "PDF 68 KB", "(DOCX, 1.2MB)", or the size behind a picture of a page. */
const FILE_SIZE = /[\s,;–-]*(?:\b(?:PDF|DOCX?|RTF|ODT|ODS|CSV|XLSX?|PPTX?|ZIP|Word|Excel)\b[\s,:;–-]*)?\d{1,6}(?:[.,]\d{1,3})?\s?(?:bytes|[KMG]B)$/i;
const BRACKETED_SIZE = /\s*[([]\s*(?:(?:opens in [\w ]{1,20}|PDF|DOCX?|RTF|ODT|ODS|CSV|XLSX?|PPTX?|ZIP|Word|Excel)\b(?: document| file)?[\s,:;–-]*)?\d{1,6}(?:[.,]\d{1,3})?\s?(?:bytes|[KMG]B)\s*[)\]]$/i;
/** Addresses of files that are fetched. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip)(?:$|[?#])|\/documents?\/|(?:^|\/)(?:document|download|getfile|getdocument|attachment|viewdocument)s?\.(?:ashx|aspx|php)\b/i;

/** Where the size of the file that the line's last link fetches begins; `undefined` where the line ends in none. */
export function fileSizeAt(text: string, links: readonly { readonly start: number; readonly end: number; readonly target?: string }[]): number | undefined {
  const tail = text.slice(-MOST_SIZE);
  const found = BRACKETED_SIZE.exec(tail) ?? FILE_SIZE.exec(tail);
  const start = found ? text.length - tail.length + found.index : 0;
  return found && start > 0 && links.some((l) => l.start < start && FILE.test(l.target ?? '')) ? start : undefined;
}
/** Such an end has at most this many characters. */
const MOST_SIZE = 48;

/** True for a link to the page of a committee or of its meetings. */
export const isBodyPage = (target: string): boolean => /(?:mgCommitteeDetails|ieListMeetings)\.aspx/i.test(target);
