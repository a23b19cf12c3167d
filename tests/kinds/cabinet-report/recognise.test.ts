import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/kinds/record.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper } from '../paper.js';

const kindOf = (lines: string[]): string => classify(paper(lines), vocabularies()).kind;

describe('recognition of reports', () => {
  it('knows old and new templates', () => {
    expect(kindOf(['Fenwick Council', 'Cabinet', '6 May 2008', 'Report of the Director of Works', 'The wall', 'RECOMMENDATIONS', '2.1 To note.', 'REASONS FOR RECOMMENDATION', '3.1 It leaks.', 'Financial implications', 'None.', 'Background papers', 'None.'])).toBe('cabinet-report');
    expect(kindOf(['Report title: Roads', 'Report author: A Smith', 'Wards affected: All', 'Key decision: No', '1. Recommendations', '1.1 To note.', '2. Legal implications', 'None.', '3. Equality implications', 'None.'])).toBe('cabinet-report');
    expect(kindOf(['From: R Ng, Leader', 'To: Cabinet, 3 May 2030', 'Subject: Roads', 'Classification: Unrestricted', 'Summary: Roads wear.', 'Recommendations: Cabinet is asked to agree.'])).toBe('cabinet-report');
  });
  it('leaves other papers alone', () => {
    expect(kindOf(['1 High Street', 'Dear Leader', 'The summary of our recommendations is below.', 'Recommendations', 'Mend the road.', 'Yours sincerely', 'A Smith'])).toBe('document');
    expect(kindOf(['Statement of Accounts 2012', 'Summary', 'Income rose.', 'Financial implications of pensions', 'None.'])).toBe('document');
    expect(kindOf(['Recipe for soup', 'Ingredients', 'Leeks', 'Method', 'Boil the leeks.'])).toBe('document');
  });
});
