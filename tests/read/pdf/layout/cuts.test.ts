import { describe, expect, it } from 'vitest';
import { cell } from './narrow-cell.js';

describe('words cut by a narrow cell', () => {
  it('are one word where a usual long word is cut', () => {
    expect(cell(7, ['Septemb', 'er 2012'])).toEqual(['September 2012']);
    expect(cell(8, ['Communic', 'ations', 'Team'])).toEqual(['Communications Team']);
    expect(cell(5, ['Respo', 'nsibi', 'lity'])).toEqual(['Responsibility']);
    expect(cell(8, ['RECOMMEN', 'DATIONS'])).toEqual(['RECOMMENDATIONS']);
  });

  it('are one word where the paper prints the word elsewhere', () => {
    expect(cell(7, ['Slipway', 'keepers'], 'The slipwaykeepers of the eastern quay met in spring.')).toEqual(['Slipwaykeepers']);
    expect(cell(7, ['Slipway', 'keepers'])).toEqual(['Slipway keepers']);
    expect(cell(7, ['Dredger', 'masters'], 'The dredgermasters met.')).toEqual(['Dredgermasters']);
  });

  it('are one word where what follows is no word', () => {
    expect(cell(6, ['Moorin', 'gs'])).toEqual(['Moorings']);
    expect(cell(6, ['carrie', 'd out'])).toEqual(['carried out']);
    expect(cell(5, ['today', ', and'])).toEqual(['today, and']);
  });

  it('may be figures: a day, a year, a sum', () => {
    expect(cell(7, ['31/10/2', '3'])).toEqual(['31/10/23']);
    expect(cell(8, ['31/10/20', '23'])).toEqual(['31/10/2023']);
    expect(cell(6, ['2024/2', '5'])).toEqual(['2024/25']);
    expect(cell(8, ['£1,250,0', '00'])).toEqual(['£1,250,000']);
    expect(cell(5, ['Compl', 'ete'])).toEqual(['Complete']);
  });

  it('are figures of their own where the first are whole, or no whole is made', () => {
    expect(cell(8, ['31/10/23', '4'])).not.toEqual(['31/10/234']);
    expect(cell(5, ['1,250', '3'])).not.toEqual(['1,2503']);
    expect(cell(9, ['31/10/2', '3'])).not.toEqual(['31/10/23']);
    expect(cell(4, ['2024', '25'])).not.toEqual(['202425']);
  });

  it('are two where both are words, though the line is full', () => {
    expect(cell(4, ['some', 'time'], 'They met some time ago, and some time later, and sometime in spring.')).toEqual(['some time']);
    expect(cell(7, ['Harbour', 'masters'], 'The harbour has two masters. Harbour masters are harbourmasters.')).toEqual(['Harbour masters']);
    expect(cell(6, ['Report', 'to the', 'board'])).toEqual(['Report to the board']);
    expect(cell(6, ['harbou', 'yr ail'])).toEqual(['harbou yr ail']);
  });

  it('are two where one letter more would have fitted, or the line has other words', () => {
    expect(cell(12, ['Septemb', 'er 2012'])).toEqual(['Septemb er 2012']);
    expect(cell(9, ['on Septem', 'ber 2012'])).toEqual(['on Septem ber 2012']);
    expect(cell(6, ['Keeper', 'Clerk'])).toEqual(['Keeper Clerk']);
  });
});
