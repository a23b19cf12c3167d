/**
 * XML parts as a stream of events with fixed names: `w:p` is a WordprocessingML paragraph whatever prefix the file
 * uses and whichever of the two namespaces (ECMA-376 transitional, ISO 29500 strict) it is written in.
 *
 * saxes parses; entities other than XML's own five are never expanded, nothing outside the part is ever fetched.
 */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { PaperError } from '../reader.js';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/';

/** Namespace to the prefix that this reader knows it by. */
const PREFIXES = new Map<string, string>([
  [`${TRANSITIONAL}wordprocessingml/2006/main`, 'w'], [`${STRICT}wordprocessingml/main`, 'w'],
  [`${TRANSITIONAL}officeDocument/2006/relationships`, 'r'], [`${STRICT}officeDocument/relationships`, 'r'],
  [`${TRANSITIONAL}officeDocument/2006/math`, 'm'], [`${STRICT}officeDocument/math`, 'm'],
  [`${TRANSITIONAL}officeDocument/2006/extended-properties`, 'ep'], [`${STRICT}officeDocument/extendedProperties`, 'ep'],
  [`${TRANSITIONAL}drawingml/2006/main`, 'a'], [`${STRICT}drawingml/main`, 'a'],
  [`${TRANSITIONAL}drawingml/2006/wordprocessingDrawing`, 'wp'], [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${TRANSITIONAL}drawingml/2006/diagram`, 'dgm'], [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${TRANSITIONAL}drawingml/2006/chart`, 'c'], [`${STRICT}drawingml/chart`, 'c'],
  [`${TRANSITIONAL}markup-compatibility/2006`, 'mc'],
  [`${TRANSITIONAL}package/2006/relationships`, 'pr'], [`${TRANSITIONAL}package/2006/content-types`, 'ct'],
  [`${TRANSITIONAL}package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'], ['http://purl.org/dc/terms/', 'dcterms'],
  [`${WORD_2010}wordml`, 'w14'], [`${WORD_2010}wordprocessingShape`, 'wps'],
  [`${WORD_2010}wordprocessingGroup`, 'wpg'], [`${WORD_2010}wordprocessingCanvas`, 'wpc'],
  [`${WORD_2010}wordprocessingDrawing`, 'wp14'],
  ['urn:schemas-microsoft-com:vml', 'v'], ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);
const KNOWN = new Set(PREFIXES.values());
/** Stands for every namespace that this reader does not know. */
const UNKNOWN = '?';

/** One set of prefix bindings in force. */
interface Scope {
  readonly depth: number;
  readonly bindings: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
  /** True where no prefix of the file needs another name. */
  readonly plain: boolean;
}

function scopeFrom(depth: number, bindings: ReadonlyMap<string, string>): Scope {
  let plain = true;
  for (const [prefix, known] of bindings) {
    if (prefix !== '' && (known === UNKNOWN ? KNOWN.has(prefix) : known !== prefix)) plain = false;
  }
  return { depth, bindings, names: new Map(), plain };
}

function rename(name: string, scope: Scope, attribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0) {
    const prefix = attribute ? undefined : scope.bindings.get('');
    return prefix === undefined ? name : `${prefix}:${name}`;
  }
  const prefix = name.slice(0, colon);
  return `${scope.bindings.get(prefix) ?? UNKNOWN}:${name.slice(colon + 1)}`;
}

/** Errors of the parser that leave no doubt about the structure: what Word passes over, this reader does too. */
const HARMLESS = /disallowed character\.|undefined entity|disallowed in char data|encoding value must match|text data outside of root node/;

/** Longest stretch handed to the parser at once, in bytes: bounds the strings held beside the part itself. */
const CHUNK = 1 << 18;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[\s\S]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]?.toLowerCase();
  // A part whose bytes are plainly not UTF-16 cannot be what a declaration of UTF-16 or UTF-32 says.
  if (declared === undefined || declared.startsWith('utf')) return 'utf-8';
  return declared;
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(bytes));
  } catch {
    return new TextDecoder();
  }
}

/**
 * Parses a part and calls `events` for its elements and text, in document order, under this reader's own prefixes.
 * Throws a PaperError: `damaged` where the part is not well-formed XML, `too-large` where elements nest deeper than `depth`.
 */
export function readXml(bytes: Uint8Array, part: string, depth: number, events: XmlEvents): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const scopes: Scope[] = [scopeFrom(0, new Map([['xml', 'xml']]))];
  let scope = scopes[0]!;
  let level = 0;

  const canonical = (raw: string): string => {
    let name = scope.names.get(raw);
    if (name === undefined) {
      name = rename(raw, scope, false);
      scope.names.set(raw, name);
    }
    return name;
  };

  parser.on('opentag', (tag) => {
    level++;
    if (level > depth) throw new PaperError('too-large', `its elements nest more than ${depth} deep`);
    const attributes = tag.attributes;
    let bindings: Map<string, string> | undefined;
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key === 'xmlns' ? '' : key[5] === ':' ? key.slice(6) : undefined;
      if (prefix === undefined) continue;
      bindings ??= new Map(scope.bindings);
      bindings.set(prefix, PREFIXES.get(attributes[key] ?? '') ?? UNKNOWN);
    }
    if (bindings) {
      scope = scopeFrom(level, bindings);
      scopes.push(scope);
    }
    const name = canonical(tag.name);
    if (scope.plain) events.open(name, attributes);
    else {
      const renamed: Record<string, string> = {};
      for (const key in attributes) renamed[rename(key, scope, true)] = attributes[key] ?? '';
      events.open(name, renamed);
    }
  });
  parser.on('closetag', (tag) => {
    events.close?.(canonical(tag.name));
    if (scope.depth === level && scopes.length > 1) {
      scopes.pop();
      scope = scopes[scopes.length - 1]!;
    }
    level--;
  });
  if (events.text) {
    const text = events.text.bind(events);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('error', (error) => {
    if (HARMLESS.test(error.message)) return;
    throw new PaperError('damaged', `its part ${part} is not well-formed XML`, { cause: error });
  });

  const decoder = decoderFor(bytes);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}
