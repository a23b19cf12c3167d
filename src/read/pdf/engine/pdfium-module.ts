/**
 * The door to PDFium compiled to WebAssembly: its raw functions, typed, and the memory that they share with us.
 * The functions are called past the wrapper's checks, which cost several times the call itself.
 */
import { pdfiumWasm } from './pdfium-wasm.js';

type Fn = (...args: number[]) => number;

/** The functions of PDFium's public C interface (fpdfview.h, fpdf_text.h, fpdf_edit.h …) that the reader uses; pointers are numbers, 0 is none. */
export type PdfiumApi = Record<
  | 'malloc' | 'free'
  | 'FPDF_LoadMemDocument' | 'FPDF_CloseDocument' | 'FPDF_GetLastError' | 'FPDF_GetPageCount' | 'FPDF_GetMetaText' | 'FPDF_GetPageLabel' | 'FPDFCatalog_IsTagged'
  | 'FPDF_LoadPage' | 'FPDF_ClosePage' | 'FPDF_GetPageWidthF' | 'FPDF_GetPageHeightF' | 'FPDF_GetPageBoundingBox' | 'FPDFPage_GetRotation'
  | 'FPDFPage_CountObjects' | 'FPDFPage_GetObject' | 'FPDFFormObj_CountObjects' | 'FPDFFormObj_GetObject'
  | 'FPDFPageObj_GetType' | 'FPDFPageObj_GetMatrix' | 'FPDFPageObj_GetBounds' | 'FPDFPageObj_GetFillColor' | 'FPDFPageObj_GetStrokeColor' | 'FPDFPageObj_GetStrokeWidth'
  | 'FPDFPageObj_HasTransparency' | 'FPDFPageObj_GetMarkedContentID' | 'FPDFPageObj_CountMarks' | 'FPDFPageObj_GetMark' | 'FPDFPageObjMark_GetName'
  | 'FPDFPageObj_GetClipPath' | 'FPDFClipPath_CountPaths' | 'FPDFClipPath_CountPathSegments' | 'FPDFClipPath_GetPathSegment'
  | 'FPDFPath_CountSegments' | 'FPDFPath_GetPathSegment' | 'FPDFPath_GetDrawMode' | 'FPDFPathSegment_GetPoint' | 'FPDFPathSegment_GetType' | 'FPDFPathSegment_GetClose'
  | 'FPDFText_LoadPage' | 'FPDFText_ClosePage' | 'FPDFText_CountChars' | 'FPDFText_GetUnicode' | 'FPDFText_IsGenerated' | 'FPDFText_IsHyphen' | 'FPDFText_HasUnicodeMapError'
  | 'FPDFText_GetTextObject' | 'FPDFText_GetMatrix' | 'FPDFText_GetCharBox' | 'FPDFText_GetLooseCharBox' | 'FPDFText_GetCharOrigin'
  | 'FPDFTextObj_GetFont' | 'FPDFTextObj_GetFontSize' | 'FPDFTextObj_GetTextRenderMode'
  | 'FPDFFont_GetBaseFontName' | 'FPDFFont_GetFlags' | 'FPDFFont_GetWeight' | 'FPDFFont_GetItalicAngle' | 'FPDFFont_GetGlyphWidth'
  | 'FPDFImageObj_GetRenderedBitmap' | 'FPDFBitmap_GetFormat' | 'FPDFBitmap_CreateEx' | 'FPDFBitmap_FillRect' | 'FPDFBitmap_GetBuffer' | 'FPDFBitmap_GetStride'
  | 'FPDFBitmap_GetWidth' | 'FPDFBitmap_GetHeight' | 'FPDFBitmap_Destroy' | 'FPDF_RenderPageBitmap'
  | 'FPDF_StructTree_GetForPage' | 'FPDF_StructTree_Close' | 'FPDF_StructTree_CountChildren' | 'FPDF_StructTree_GetChildAtIndex'
  | 'FPDF_StructElement_GetType' | 'FPDF_StructElement_GetTitle' | 'FPDF_StructElement_GetAltText' | 'FPDF_StructElement_GetActualText' | 'FPDF_StructElement_GetLang'
  | 'FPDF_StructElement_CountChildren' | 'FPDF_StructElement_GetChildAtIndex' | 'FPDF_StructElement_GetChildMarkedContentID'
  | 'FPDF_StructElement_GetAttributeCount' | 'FPDF_StructElement_GetAttributeAtIndex'
  | 'FPDF_StructElement_Attr_GetValue' | 'FPDF_StructElement_Attr_GetNumberValue' | 'FPDF_StructElement_Attr_GetStringValue'
  | 'FPDFBookmark_GetFirstChild' | 'FPDFBookmark_GetNextSibling' | 'FPDFBookmark_GetTitle' | 'FPDFBookmark_GetDest' | 'FPDFBookmark_GetAction'
  | 'FPDFDest_GetDestPageIndex' | 'FPDFAction_GetType' | 'FPDFAction_GetDest' | 'FPDFAction_GetURIPath'
  | 'FPDFLink_Enumerate' | 'FPDFLink_GetDest' | 'FPDFLink_GetAction' | 'FPDFLink_GetAnnotRect'
  | 'FPDFPage_GetAnnotCount' | 'FPDFPage_GetAnnot' | 'FPDFPage_CloseAnnot' | 'FPDFPage_RemoveAnnot' | 'FPDFPage_Flatten'
  | 'FPDFAnnot_GetSubtype' | 'FPDFAnnot_GetRect' | 'FPDFAnnot_GetStringValue' | 'FPDFAnnot_GetFlags' | 'FPDFAnnot_GetAP',
  Fn
>;

interface EmscriptenModule {
  readonly wasmExports: PdfiumApi;
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** Bytes set aside for what functions write through pointers: matrices, boxes, colours. */
const SCRATCH = 256;
/** Bytes set aside for strings; longer ones get a buffer of their own for the moment. */
const TEXT = 4096;
/** Longest string, in bytes, that is taken from a file at all: a title or an address longer than this is an attack. */
const LONGEST_TEXT = 1 << 20;

/** One instance of the WebAssembly module. Views of its memory are read anew at each use, since the memory may grow with any call. */
export class Pdfium {
  readonly api: PdfiumApi;
  /** Where functions write their results; 8-byte aligned. */
  readonly at: number;
  readonly #module: EmscriptenModule;
  readonly #text: number;
  #bytes: Uint8Array;
  #floats: Float32Array;
  #doubles: Float64Array;
  #ints: Int32Array;
  readonly #utf16 = new TextDecoder('utf-16le');
  readonly #utf8 = new TextDecoder('utf-8');

  constructor(module: EmscriptenModule) {
    this.#module = module;
    this.#bytes = module.HEAPU8;
    this.#floats = module.HEAPF32;
    this.#doubles = module.HEAPF64;
    this.#ints = module.HEAP32;
    this.api = module.wasmExports;
    this.at = this.api.malloc(SCRATCH);
    this.#text = this.api.malloc(TEXT);
  }

  // The module is an object of a thousand members, slow to ask: views are kept here until the memory has moved, which leaves them without length.
  get bytes(): Uint8Array { return this.#bytes.length > 0 ? this.#bytes : (this.#bytes = this.#module.HEAPU8); }
  get floats(): Float32Array { return this.#floats.length > 0 ? this.#floats : (this.#floats = this.#module.HEAPF32); }
  get doubles(): Float64Array { return this.#doubles.length > 0 ? this.#doubles : (this.#doubles = this.#module.HEAPF64); }
  get ints(): Int32Array { return this.#ints.length > 0 ? this.#ints : (this.#ints = this.#module.HEAP32); }

  /** The float (4 bytes) at `index` of the results. */
  float(index: number): number { return this.floats[(this.at >> 2) + index] ?? 0; }
  /** The double (8 bytes) at `index` of the results. */
  double(index: number): number { return this.doubles[(this.at >> 3) + index] ?? 0; }
  /** The 32-bit integer at `index` of the results. */
  int(index: number): number { return this.ints[(this.at >> 2) + index] ?? 0; }

  /** Copies bytes into the module's memory; to be freed. Returns 0 where there is no room. */
  keep(bytes: Uint8Array): number {
    const pointer = this.api.malloc(Math.max(1, bytes.length));
    if (pointer !== 0) this.bytes.set(bytes, pointer);
    return pointer;
  }

  /** A string that a function writes as UTF-16LE with a closing zero; the function returns its length in bytes, closing zero included. */
  utf16(write: (buffer: number, bytes: number) => number): string {
    return this.#string(write, (b) => shortText(b) ?? this.#utf16.decode(b.subarray(0, Math.max(0, b.length - 2))));
  }

  /** The same in UTF-8 (or ASCII) with a closing zero. */
  utf8(write: (buffer: number, bytes: number) => number): string {
    return this.#string(write, (b) => this.#utf8.decode(b.subarray(0, Math.max(0, b.length - 1))));
  }

  /** UTF-16LE strings of which the function writes the length through a pointer, the last argument. */
  utf16Out(write: (buffer: number, bytes: number, length: number) => number): string {
    return this.utf16((buffer, bytes) => {
      this.#module.HEAPU32[(this.at >> 2) + 60] = 0;
      return write(buffer, bytes, this.at + 240) ? (this.#module.HEAPU32[(this.at >> 2) + 60] ?? 0) : 0;
    });
  }

  #string(write: (buffer: number, bytes: number) => number, decode: (bytes: Uint8Array) => string): string {
    let length = write(this.#text, TEXT) >>> 0;
    if (length <= TEXT) return length === 0 ? '' : decode(this.bytes.subarray(this.#text, this.#text + length));
    if (length > LONGEST_TEXT) return '';
    const room = this.api.malloc(length);
    if (room === 0) return '';
    length = Math.min(write(room, length) >>> 0, length);
    const text = decode(this.bytes.slice(room, room + length));
    this.api.free(room);
    return text;
  }
}

/** Longest text, in bytes, that is put together here: names of tags and labels of pages, thousands to a paper, which a decoder takes longer to start on. */
const SHORT = 34;

/** A short text of ASCII characters in UTF-16LE with a closing zero; `undefined` for any other. */
function shortText(bytes: Uint8Array): string | undefined {
  if (bytes.length > SHORT) return undefined;
  let text = '';
  for (let i = 0; i + 3 < bytes.length; i += 2) {
    const code = bytes[i] ?? 0;
    if (code > 126 || bytes[i + 1] !== 0) return undefined;
    text += String.fromCharCode(code);
  }
  return text;
}

let shared: Promise<Pdfium> | undefined;

/** Configuration for FPDF_InitLibraryWithConfig: version 2 of the structure, all else as it comes. */
const CONFIG = { version: 2, m_pIsolate: null, m_pUserFontPaths: null, m_v8EmbedderSlot: 0, m_pPlatform: null };

/** The module of this process, made at the first call. It says nothing on the terminal: standard output is for data. */
export function pdfium(): Promise<Pdfium> {
  shared ??= (async () => {
    const [{ PDFiumModule }, wasm] = await Promise.all([import('@hyzyla/pdfium'), pdfiumWasm()]);
    const options = {
      print: () => undefined, printErr: () => undefined,
      instantiateWasm: (imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => {
        const instance = new WebAssembly.Instance(wasm, imports);
        ready(instance, wasm);
        return instance.exports;
      },
    };
    const make = PDFiumModule as unknown as (given: typeof options) => Promise<EmscriptenModule & { _FPDF_InitLibraryWithConfig(config: typeof CONFIG): void }>;
    const module = await make(options);
    module._FPDF_InitLibraryWithConfig(CONFIG);
    return new Pdfium(module);
  })();
  return shared;
}

/** Forgets the module after it has failed inside (out of memory, a trap): its state cannot be trusted, the next call makes a new one. */
export function discardPdfium(): void {
  shared = undefined;
}
