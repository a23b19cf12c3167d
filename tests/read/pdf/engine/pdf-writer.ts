/** Writes small PDFs by hand, operator by operator, for tests of what an engine must see. */

export interface WrittenPage {
  /** Content stream. Fonts /F1 (Helvetica), /F2 (Helvetica-Bold), /F3 (Times-Roman) are there. */
  readonly content: string;
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  /** Annotation dictionaries, without << >>. */
  readonly annotations?: readonly string[];
  /** More of the resource dictionary, "/XObject << /X1 20 0 R >>". */
  readonly resources?: string;
  /** More of the page dictionary. */
  readonly more?: string;
}

export interface WrittenObject {
  readonly id: number;
  /** Dictionary or other object; for a stream, the dictionary's entries without << >> and /Length. */
  readonly body: string;
  readonly stream?: string;
}

/** The file's bytes. Objects of one's own take ids from 1000; `catalog` and `trailer` add entries to those dictionaries. */
export function writePdf(pages: readonly WrittenPage[], more: { objects?: readonly WrittenObject[]; catalog?: string; trailer?: string; info?: string } = {}): Uint8Array {
  const objects: WrittenObject[] = [];
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  objects.push({ id: 1, body: `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>` });
  objects.push({ id: 2, body: `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>` });
  ['Helvetica', 'Helvetica-Bold', 'Times-Roman'].forEach((name, i) => {
    objects.push({ id: 3 + i, body: `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>` });
  });
  objects.push({ id: 6, body: `<< ${more.info ?? ''} >>` });
  pages.forEach((page, i) => {
    const id = 10 + 2 * i;
    const box = (name: string, value?: readonly number[]): string => (value ? `/${name} [${value.join(' ')}]` : '');
    objects.push({
      id,
      body: `<< /Type /Page /Parent 2 0 R ${box('MediaBox', page.mediaBox ?? [0, 0, 595, 842])} ${box('CropBox', page.cropBox)} ${page.rotate === undefined ? '' : `/Rotate ${page.rotate}`}
        /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> ${page.resources ?? ''} >> /Contents ${id + 1} 0 R
        ${page.annotations ? `/Annots [${page.annotations.map((a) => `<< /Type /Annot ${a} >>`).join(' ')}]` : ''} ${page.more ?? ''} >>`,
    });
    objects.push({ id: id + 1, body: '', stream: page.content });
  });
  objects.push(...(more.objects ?? []));
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const { id, body, stream } of objects) {
    offsets.set(id, text.length);
    text += stream === undefined ? `${id} 0 obj\n${body}\nendobj\n` : `${id} 0 obj\n<< ${body} /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
  }
  const start = text.length;
  const ids = [...offsets.keys()].sort((a, b) => a - b);
  text += `xref\n0 1\n0000000000 65535 f \n${ids.map((id) => `${id} 1\n${String(offsets.get(id)).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${Math.max(...ids) + 1} /Root 1 0 R /Info 6 0 R ${more.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A line of text: operators that set `text` at x, y (user space) in a font and size. */
export function line(text: string, x: number, y: number, size = 12, font = 'F1'): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;
}
