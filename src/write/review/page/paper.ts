/** The left side: pictures of the pages, or the text flow, with the places of fields on them. */
import { element, type FlowLine, inWords, type PageData, placeOf } from './data.js';

export interface PaperView {
  /** Lights up a place and brings it into view; nothing for a place that is not there. */
  show(at: string, until?: string): void;
  /** Draws the outline of a field's place, once; `kind` is "field" or "unassigned". */
  outline(at: string, kind: 'field' | 'unassigned', label: string): void;
}

/** Pictures are decoded this far (pixels) before they come into view. */
const AHEAD = '1200px 0px';

/** A view of pages. `pick` is called with the places under a click, smallest first. */
export function pagesView(root: HTMLElement, pages: readonly PageData[], pick: (ats: string[]) => void): PaperView {
  const sheets = new Map<number, { sheet: HTMLElement; data: PageData; outlines: { at: string; area: number }[] }>();
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const picture = entry.target.querySelector('img');
      const data = pages.find((p) => String(p.number) === (entry.target as HTMLElement).dataset['page']);
      if (!picture || !data) continue;
      if (entry.isIntersecting && !picture.src) {
        const bytes = Uint8Array.from(atob(data.png), (c) => c.charCodeAt(0));
        picture.src = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
      } else if (!entry.isIntersecting && picture.src) {
        URL.revokeObjectURL(picture.src);
        picture.removeAttribute('src');
      }
    }
  }, { rootMargin: AHEAD });
  for (const data of pages) {
    const sheet = element('div', 'sheet');
    sheet.dataset['page'] = String(data.number);
    sheet.style.aspectRatio = `${data.width} / ${data.height}`;
    const picture = element('img');
    picture.alt = `Page ${data.number}`;
    sheet.append(picture);
    sheet.addEventListener('click', (event) => {
      const box = sheet.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * data.width;
      const y = ((event.clientY - box.top) / box.height) * data.height;
      const under = (sheets.get(data.number)?.outlines ?? []).filter(({ at }) => {
        const p = placeOf(at);
        return p && x >= p.left && x <= p.left + p.width && y >= p.top && y <= p.top + p.height;
      });
      pick(under.sort((a, b) => a.area - b.area).map((u) => u.at));
    });
    const caption = element('p', 'caption', `Page ${data.number}`);
    root.append(caption, sheet);
    sheets.set(data.number, { sheet, data, outlines: [] });
    near.observe(sheet);
  }
  const mark = (at: string, className: string): HTMLElement | undefined => {
    const place = placeOf(at);
    const on = place && sheets.get(place.page);
    if (!place || !on) return undefined;
    const box = element('div', className);
    const percent = (n: number, of: number): string => `${(n / of) * 100}%`;
    box.style.left = percent(place.left, on.data.width);
    box.style.top = percent(place.top, on.data.height);
    box.style.width = percent(place.width, on.data.width);
    box.style.height = percent(place.height, on.data.height);
    on.sheet.append(box);
    return box;
  };
  let lit: HTMLElement[] = [];
  return {
    show(at, until) {
      for (const l of lit) l.remove();
      lit = [at, until].flatMap((a) => (a ? [mark(a, 'lit')] : [])).filter((m) => m !== undefined);
      lit[0]?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    },
    outline(at, kind, label) {
      const place = placeOf(at);
      const on = place && sheets.get(place.page);
      if (!place || !on || on.outlines.some((o) => o.at === at)) return;
      on.outlines.push({ at, area: place.width * place.height });
      const box = mark(at, `outline ${kind}`);
      if (box) box.title = label;
    },
  };
}

/** A view of the text of a paper without pages. */
export function flowView(root: HTMLElement, flow: readonly FlowLine[], pick: (ats: string[]) => void): PaperView {
  const lines = new Map<string, HTMLElement[]>();
  for (const line of flow) {
    // Headings of the paper are shown as text: the page's own headings are for finding one's way in the page.
    const e = element('p', line.heading ? `line heading${line.heading}` : line.cell ? 'line cell' : 'line', line.text);
    e.addEventListener('click', () => pick([line.at]));
    root.append(e);
    lines.set(line.at, [...(lines.get(line.at) ?? []), e]);
  }
  let lit: HTMLElement[] = [];
  return {
    show(at) {
      for (const l of lit) l.classList.remove('lit');
      lit = lines.get(at) ?? [];
      for (const l of lit) l.classList.add('lit');
      lit[0]?.scrollIntoView({ block: 'center' });
    },
    outline(at, kind, label) {
      if (kind !== 'unassigned') return;
      for (const l of lines.get(at) ?? []) {
        if (l.classList.contains('unassigned')) continue;
        l.classList.add('unassigned');
        l.append(element('span', 'tag', ` (${label}: ${inWords(at)})`));
      }
    },
  };
}
