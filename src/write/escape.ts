/** Characters that would act on the terminal a file is shown in, or change how its lines read, written as escapes that JSON and YAML both know. */

/** DEL and C1 control characters (one of them begins terminal sequences), line and paragraph separators, bidi embeddings, overrides and isolates. */
const ACTING = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const ALL_ACTING = new RegExp(ACTING.source, 'g');

export const acts = (text: string): boolean => ACTING.test(text);

/** The text with such characters as `\uXXXX`. For text in which they stand inside double quotes only. */
export function escapeActing(text: string): string {
  return ACTING.test(text) ? text.replace(ALL_ACTING, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : text;
}
