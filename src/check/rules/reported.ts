/** Rules that readers and parsers report while they read: their findings come as diagnostics of the record. */
import type { Rule } from '../rule.js';

const rule = (id: string, severity: Rule['severity'], about: string, help: string): Rule => ({ id, severity, about, help });

export const reportedRules: readonly Rule[] = [
  rule('cost-not-read', 'warning', 'A cost is no amount that can be read.', 'Its text is kept. A range, a share of a post, or words for "no cost" that are not known end here.'),
  rule('timescale-not-read', 'warning', 'A timescale is no date that can be read.', 'Its text is kept without dates.'),
  rule('timescale-several', 'info', 'A timescale names several times.', 'They are under `parts`.'),
  rule('period-unread', 'info', 'A dated step has no date that can be read.', 'Its text is kept without dates.'),
  rule('date-not-read', 'warning', 'A date of a decision form cannot be read.', 'The field is left out.'),
  rule('answer-not-read', 'info', 'An answer of a form is neither yes nor no.', 'The field is left out; the answer as printed is in its place.'),
  rule('owners-not-certain', 'warning', 'It is not certain how the names beside an action divide into owners.', '`ownersText` has the words as printed; `owners` is empty rather than guessed.'),
  rule('value-beside-no-action', 'warning', 'A value stands beside no action that can be told.', 'It is under `unplaced` of its recommendation.'),
  rule('recommendation-continued', 'warning', 'Rows continue a recommendation whose beginning is not in the paper.', 'A page may be missing.'),
  rule('recommendations-differ', 'warning', 'Recommendations are printed twice and differ.', 'The first printing is in `recommendations`, the second is a section.'),
  rule('number-skipped', 'warning', 'A number is missing in a list.', 'A point was taken out, a page is missing, or a number is a slip.'),
  rule('number-repeated', 'warning', 'A number is there twice.', 'References to it lead to two places.'),
  rule('number-out-of-order', 'warning', 'A number stands out of order.', 'Numbers are kept as printed.'),
  rule('item-repeated', 'warning', 'An item is there twice, word for word.', 'Both are kept; one was probably meant to say something else.'),
  rule('vote-count-differs', 'warning', 'The count of a vote and its names differ.', 'Both are kept as printed.'),
  rule('no-groups', 'warning', 'No group was found in a partnership report.', 'The headings of its groups may be worded in a way that is not known.'),
  rule('no-recommendations', 'info', 'No recommendations were found.', 'The heading over them may be worded in a way that is not known.'),
  rule('subject-missing', 'warning', 'A decision notice does not say what it is about.', 'Nothing stands under a label such as "Title of decision".'),
  rule('table-unplaced', 'warning', 'A table stands where its field has no room for one.', 'It is listed as unassigned; `ctrust tables` prints it.'),
  rule('kind-not-certain', 'info', 'Too little speaks for any kind of paper.', 'It is read as a document; `--kind` says what it is.'),
  rule('hidden-text', 'info', 'The paper has text that cannot be seen.', 'It is listed under `coverage.hidden`.'),
  rule('unmapped-glyphs', 'warning', 'A font does not say which characters its glyphs are.', 'The text there may be wrong; ask for the Word file.'),
  rule('page-without-text', 'warning', 'A page has no text layer.', 'It is a picture; its words are not read.'),
  rule('scanned-page', 'info', 'A page is a scan with recognised text under it.', 'The words are what the scanner made of them.'),
  rule('page-damaged', 'error', 'A page cannot be read.', 'The other pages are.'),
  rule('characters-lost', 'warning', 'Characters of the file could not be decoded.', 'They stand as replacement characters.'),
  rule('encoding-inferred', 'info', 'The file does not say its encoding, and it was inferred.', 'Check that quotes and pound signs are right.'),
  rule('tracked-changes', 'info', 'The Word file has tracked changes.', '`--tracked` chooses the version that is read.'),
  rule('comment', 'info', 'The Word file has a comment.', 'Comments are no text of the paper.'),
  rule('duplicate-part', 'warning', 'The file has a part twice.', 'The first is read.'),
  rule('wrong-checksum', 'warning', 'A part of the file does not match its checksum.', 'The file may be damaged.'),
  rule('second-reader', 'warning', 'The file was read by the second reader, since the first could not.', 'Numbers that Word computes may be missing.'),
];
