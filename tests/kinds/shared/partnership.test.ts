// Names of partnerships and groups, and the sentences and slogans that only end like one.
import { describe, expect, it } from 'vitest';
import { isGroup, isPartnership } from '../../../src/kinds/shared/partnership.js';

describe('names of partnerships', () => {
  it.each(['Quay Safeguarding Children Partnership', 'The Quay Community Safety Partnership', 'QUAY AND EASTMERE HOUSING ALLIANCE', 'Quay Children in Care Partnership', 'Quay Safeguarding Children’s Board', 'Children’s Trust Board', 'Quay Children, Young People and Families Trust'])('a name: %s', (name) => {
    expect(isPartnership(name)).toBe(true);
  });
  it.each(['Working together in partnership', 'Working Together in Partnership', 'WORKING TOGETHER IN PARTNERSHIP', 'Building A Stronger Partnership', 'Youth work and young people in trust', 'Working with residents in partnership', 'Housing Trust', 'partnership',
    'Quay Planning Board', 'In Quay Partnership'])('none: %s', (line) => {
    expect(isPartnership(line)).toBe(false);
  });
  it('knows a group that meets from a sentence about one', () => {
    for (const name of ['Executive Group Meeting', 'Quay Housing Network', 'Quay Youth Justice Sub-Group']) expect(isGroup(name), name).toBe(true);
    for (const line of ['Councillors in the room were asked to sign the sheet for the housing trust', 'The whole team', 'Thanks to the Parks Team', 'Meeting']) expect(isGroup(line), line).toBe(false);
  });
});
