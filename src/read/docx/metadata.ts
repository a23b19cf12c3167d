/** docProps: title, author, dates, as the file says them. */
import { tidy } from '../../paper/text.js';
import type { WordFile, Relationships } from './parts.js';

export interface Properties {
  readonly metadata: Record<string, string>;
  readonly title?: string;
  readonly language?: string;
}

/** Core and extended properties (ECMA-376 part 2, 11; part 1, 22.2) to the names of the record. */
const NAMES: Readonly<Record<string, string>> = {
  'dc:title': 'title', 'dc:creator': 'author', 'dc:subject': 'subject', 'dc:description': 'description', 'dc:language': 'language', 'cp:keywords': 'keywords',
  'cp:category': 'category', 'cp:lastModifiedBy': 'lastModifiedBy', 'dcterms:created': 'created', 'dcterms:modified': 'modified',
  'ep:Application': 'producer', 'ep:Company': 'company',
};

export function readProperties(file: WordFile, relationships: Relationships): Properties {
  const found: Record<string, string> = {};
  for (const { type, target, external } of relationships.values()) {
    if (external || (type !== 'core-properties' && type !== 'extended-properties' && type !== 'extendedProperties')) continue;
    let text: string | undefined;
    file.parse(target, {
      open: (name) => { text = NAMES[name] === undefined ? undefined : ''; },
      text: (t) => { if (text !== undefined) text += t; },
      close: (name) => {
        const key = NAMES[name];
        if (key !== undefined && text !== undefined && tidy(text) !== '') found[key] = tidy(text);
        text = undefined;
      },
    });
  }
  const { title, language, ...metadata } = found;
  return { metadata, ...(title === undefined ? {} : { title }), ...(language === undefined ? {} : { language }) };
}
