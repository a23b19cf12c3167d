/** The left side: pictures of the pages, or the text flow, with the places of fields on them. */
import { element, type FlowLine, inWords, type Mark, type PageData, pictureOf, type Place, placeOf } from './data.js';

export type Kind = 'field' | 'unassigned';

export interface PaperView {
  /** Lights up a place and brings it into view; says whether it is there. */
  show(place: Mark): boolean;
  /** Draws the outline of a place, once. */
  outline(at: string, kind: Kind): void;
  /** Brings a page into view. */
  goTo(page: number): void;
}

/** What is under a click: places, smallest first; where none is, the nearest on the same line. */
export type Pick = (ats: string[], exact: boolean) => void;

/** Pictures are decoded this far before they come into view. */
const AHEAD = '1200px 0px';
const smoothly = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

interface Sheet { readonly sheet: HTMLElement; readonly data: PageData; readonly outlines: { at: string; kind: Kind; place: Place }[]; drawn: number }

const percent = (n: number, of: number): string => `${(n / of) * 100}%`;

/** A box over a sheet. */
function box({ sheet, data }: Sheet, place: Place, className: string): HTMLElement {
  const e = element('div', className);
  e.style.left = percent(place.left, data.width);
  e.style.top = percent(place.top, data.height);
  e.style.width = percent(place.width, data.width);
  e.style.height = percent(place.height, data.height);
  sheet.append(e);
  return e;
}

/** Outlines are drawn with the page, when it comes near. */
function draw(on: Sheet): void {
  for (; on.drawn < on.outlines.length; on.drawn++) {
    const o = on.outlines[on.drawn];
    if (o) box(on, o.place, `outline ${o.kind}`);
  }
}

/** A view of pages. */
export function pagesView(root: HTMLElement, pages: readonly PageData[], pick: Pick): PaperView {
  const sheets = new Map<number, Sheet>();
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const on = sheets.get(Number((entry.target as HTMLElement).dataset['page']));
      const picture = entry.target.querySelector('img');
      if (!picture || !on) continue;
      if (entry.isIntersecting && !picture.hasAttribute('src')) {
        picture.src = URL.createObjectURL(pictureOf(on.data.number));
        draw(on);
      } else if (!entry.isIntersecting && picture.hasAttribute('src')) {
        URL.revokeObjectURL(picture.src);
        picture.removeAttribute('src');
      }
    }
  }, { root, rootMargin: AHEAD });
  const strip = element('div', 'strip');
  root.append(strip);
  for (const data of pages) {
    const sheet = element('div', 'sheet');
    sheet.dataset['page'] = String(data.number);
    sheet.style.aspectRatio = `${data.width} / ${data.height}`;
    const picture = element('img');
    picture.alt = `Page ${data.number}`;
    sheet.append(picture);
    sheet.addEventListener('click', (event) => {
      const frame = sheet.getBoundingClientRect();
      const x = ((event.clientX - frame.left) / frame.width) * data.width;
      const y = ((event.clientY - frame.top) / frame.height) * data.height;
      const all = sheets.get(data.number)?.outlines ?? [];
      const level = all.filter(({ place: p }) => y >= p.top - 1 && y <= p.top + p.height + 1);
      const under = level.filter(({ place: p }) => x >= p.left - 1 && x <= p.left + p.width + 1);
      const away = ({ place: p }: { place: Place }): number => Math.max(p.left - x, x - p.left - p.width, 0);
      const area = ({ place: p }: { place: Place }): number => p.width * p.height;
      if (under.length > 0) pick(under.sort((a, b) => area(a) - area(b)).map((u) => u.at), true);
      else pick(level.sort((a, b) => away(a) - away(b) || area(a) - area(b)).map((u) => u.at), false);
    });
    strip.append(element('p', 'caption', `Page ${data.number}`), sheet);
    sheets.set(data.number, { sheet, data, outlines: [], drawn: 0 });
    near.observe(sheet);
  }
  let lit: HTMLElement[] = [];
  return {
    show({ at, until }) {
      for (const l of lit) l.remove();
      lit = [at, until].flatMap((a) => {
        const place = a === undefined ? undefined : placeOf(a);
        const on = place && sheets.get(place.page);
        return on ? [box(on, place, 'lit')] : [];
      });
      lit[0]?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: smoothly() });
      return lit.length > 0;
    },
    outline(at, kind) {
      const place = placeOf(at);
      const on = place && sheets.get(place.page);
      if (!place || !on || on.outlines.some((o) => o.at === at && o.kind === kind)) return;
      on.outlines.push({ at, kind, place });
      if (on.drawn > 0 || on.sheet.querySelector('img[src]')) draw(on);
    },
    goTo(page) { sheets.get(page)?.sheet.scrollIntoView({ block: 'start', behavior: smoothly() }); },
  };
}

/** A view of the text of a paper without pages. */
export function flowView(root: HTMLElement, flow: readonly FlowLine[], pick: Pick): PaperView {
  const lines = new Map<string, HTMLElement[]>();
  const order: { at: string; e: HTMLElement }[] = [];
  for (const line of flow) {
    // Headings of the paper are shown as text: the page's own headings are for finding one's way in the page.
    const e = element('p', line.heading ? `line heading${line.heading}` : line.cell ? 'line cell' : 'line', line.text);
    e.addEventListener('click', () => pick([line.at], true));
    root.append(e);
    order.push({ at: line.at, e });
    lines.set(line.at, [...(lines.get(line.at) ?? []), e]);
  }
  /** The lines from one place to another; those inside the place where it spans several lines of a text. */
  const between = (at: string, until?: string): HTMLElement[] => {
    const first = lines.get(at);
    if (first && until !== undefined && until !== at) {
      const from = order.findIndex((o) => o.at === at);
      const to = order.findLastIndex((o) => o.at === until);
      if (from >= 0 && to >= from) return order.slice(from, to + 1).map((o) => o.e);
    }
    if (first) return first;
    const span = /^#line=(\d+),(\d+)/.exec(at);
    if (span) return order.filter((o) => { const l = /^#line=(\d+),(\d+)/.exec(o.at); return l && Number(l[1]) < Number(span[2]) && Number(l[2]) > Number(span[1]); }).map((o) => o.e);
    // A table or a row of one: its cells.
    return order.filter((o) => o.at.startsWith(`${at}&`)).map((o) => o.e);
  };
  let lit: HTMLElement[] = [];
  return {
    show({ at, until }) {
      for (const l of lit) l.classList.remove('lit');
      lit = between(at, until);
      for (const l of lit) l.classList.add('lit');
      lit[0]?.scrollIntoView({ block: 'center', behavior: smoothly() });
      return lit.length > 0;
    },
    outline(at, kind) {
      if (kind !== 'unassigned') return;
      for (const l of between(at)) {
        if (l.classList.contains('unassigned')) continue;
        l.classList.add('unassigned');
        l.append(element('span', 'tag', ` (in no field: ${inWords(at)})`));
      }
    },
    goTo: () => undefined,
  };
}
