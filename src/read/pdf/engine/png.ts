/** A small writer of PNG files (RFC 2083): true colour without alpha, one image, no ancillary chunks, so the same pixels give the same bytes. */
import { crc32, deflateSync } from 'node:zlib';

/** `pixels` are red, green, blue and one unused byte each; `stride` is the bytes of a row. */
export function png(pixels: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const raw = new Uint8Array((width * 3 + 1) * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    raw[to++] = 0;
    let from = y * stride;
    for (let x = 0; x < width; x++, from += 4) {
      raw[to++] = pixels[from] ?? 0;
      raw[to++] = pixels[from + 1] ?? 0;
      raw[to++] = pixels[from + 2] ?? 0;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 6 })), chunk('IEND', new Uint8Array(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}
