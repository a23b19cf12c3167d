/** Tables in the manner of reports of statistics: few rules, heads of several levels, sections, accounts, tables beside and under one another. */
import { describe, expect, it } from 'vitest';
import { across, blank, centre, right, rows, write } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const HEADS = ['Class', 'Number', 'Share'];
const BODY = [['First', '4,210', '41.0'], ['Second', '3,015', '29.4'], ['Third', '2,112', '20.6'], ['All', '9,337', '91.0']];
const OTHER = [['First', '1,107', '12.9'], ['Second', '2,480', '28.8'], ['Third', '5,020', '58.3'], ['All', '8,607', '100.0']];

describe('heads', () => {
  it('are years beside the name of the key column, under heads over several columns', () => {
    const page = blank();
    across(page, 100, 60, 500);
    centre(page, 'Licensed ferries', 270, 113); centre(page, 'Passengers carried', 420, 113);
    across(page, 118, 220, 320); across(page, 118, 370, 470);
    rows(page, [['County', '2031', '2032', '2031', '2032']], 60, [260, 320, 410, 470], 130);
    across(page, 136, 60, 500);
    const y = rows(page, [['Alder', '446', '118', '9,945', '8,531'], ['Birch', '641', '860', '907', '1,401'], ['Cedar', '923', '888', '1,804', '5,500']], 60, [260, 320, 410, 470], 150);
    across(page, y, 60, 500);
    const [found, ...others] = tablesFound(page);
    expect(others).toEqual([]);
    expect(found!.table.headerRows).toBe(2);
    expect(found!.rows.slice(0, 3)).toEqual([['County', 'Licensed ferries', '', 'Passengers carried', ''], ['', '2031', '2032', '2031', '2032'], ['Alder', '446', '118', '9,945', '8,531']]);
  });

  it('may be years with a word that says what sort their figures are', () => {
    const page = blank();
    centre(page, 'Fiscal year', 368, 100);
    const y = rows(page, [['', '2031 actual', '2032 est.']], 60, [350, 450], 112);
    rows(page, [['Wages', '50,220', '95,223'], ['Travel', '97,990', '70,761'], ['Rents', '81,608', '30,880'], ['All costs', '4,969', '33,925']], 60, [350, 450], y + 4);
    const [found] = tablesFound(page);
    expect(found!.table.headerRows).toBe(2);
    expect(found!.table.cells.find((c) => c.row === 0 && c.words.length > 0)).toMatchObject({ column: 1, columnSpan: 2 });
  });

  it('stand above a lone rule, at some distance', () => {
    const page = blank();
    [[['Year', 200], ['Length', 290], ['Licensed', 380]], [['opened', 200], ['(feet)', 290], ['pilots', 380]]].forEach((line, i) => line.forEach(([t, x]) => write(page, String(t), Number(x), 100 + 11 * i)));
    write(page, 'Pier', 60, 111);
    across(page, 118, 60, 480);
    [['Alder', '1903', '757', '13'], ['Birch', '1864', '511', '29'], ['Cedar', '1898', '404', '29'], ['Dale', '1883', '400', '21']].forEach((r, i) => r.forEach((t, c) => write(page, t, [60, 200, 290, 380][c]!, 134 + 13 * i)));
    expect(rowsFound(page)[0]![0]).toEqual(['Pier', 'Year opened', 'Length (feet)', 'Licensed pilots']);
  });

  it('do not take in the second line of a caption', () => {
    const page = blank();
    write(page, 'Table 6. Lighthouses, light vessels and buoys kept by the bureau by county, with the', 60, 100);
    write(page, 'number of keepers', 60, 112);
    rows(page, [['County', 'Lights', 'Buoys', 'Keepers'], ['Alder', '68', '27', '60'], ['Birch', '22', '17', '65'], ['Cedar', '66', '55', '4'], ['Dale', '55', '11', '40']], 60, [260, 350, 440], 126);
    expect(rowsFound(page)[0]![0]).toEqual(['County', 'Lights', 'Buoys', 'Keepers']);
  });

  it('are no columns where justified text has wide spaces', () => {
    const page = blank();
    for (const y of [90, 118, 136, 154, 172]) across(page, y, 55, 450);
    write(page, 'Number', 180, 102); write(page, 'of', 225, 102); write(page, 'keepers', 180, 113);
    write(page, 'Share', 330, 102); write(page, 'of', 370, 102); write(page, 'keepers', 330, 113);
    rows(page, [['None', '52', '52%'], ['One', '28', '28%'], ['Two', '11', '11%']], 60, [205, 355], 130, 18);
    expect(rowsFound(page)[0]![0]).toEqual(['', 'Number of keepers', 'Share of keepers']);
  });
});

describe('names', () => {
  it('of sections stand on rows of their own, not in the heads', () => {
    const page = blank();
    rows(page, [['', 'Towns', 'Farms', 'All']], 60, [250, 320, 390], 100);
    let y = 118;
    for (const section of ['Owned', 'Rented']) {
      write(page, section, 60, y);
      y = rows(page, [['Gas', '300', '794', '860'], ['Oil', '303', '282', '116'], ['Peat', '725', '389', '639']], 72, [250, 320, 390], y + 12) + 5;
    }
    const [found] = tablesFound(page);
    expect(found!.table.headerRows).toBe(1);
    expect(found!.rows.map((r) => r[0])).toEqual(['', 'Owned', 'Gas', 'Oil', 'Peat', 'Rented', 'Gas', 'Oil', 'Peat']);
  });

  it('that wrap beside rows of their own are one cell', () => {
    const page = blank();
    rows(page, [['', 'Treated', 'Others']], 60, [300, 380], 100);
    [['Back pain', ''], ['Chronic', 'fatigue'], ['Asthma', ''], ['Allergies', '']].forEach(([one, two], i) => {
      write(page, one!, 60, 116 + 26 * i); write(page, 'Count', 160, 116 + 26 * i); right(page, `${31 + i}`, 300, 116 + 26 * i); right(page, `${12 + i}`, 380, 116 + 26 * i);
      if (two) write(page, two, 60, 128 + 26 * i);
      write(page, 'Percentage', 160, 128 + 26 * i); right(page, `${6 + i}.3%`, 300, 128 + 26 * i); right(page, `${4 + i}.4%`, 380, 128 + 26 * i);
    });
    expect(rowsFound(page)[0]!.map((r) => r[0])).toEqual(['', 'Back pain', '', 'Chronic fatigue', '', 'Asthma', '', 'Allergies', '']);
  });

  it('go on in brackets on the next line', () => {
    const page = blank();
    rows(page, [['Maker', '1996', '1997'], ['Amber Mills', '14.9%', '16.5%'], ['(Fenwick)'], ['Birch and Co', '17.0%', '16.5%'], ['(Fenwick)'], ['Cedar House', '14.2%', '13.8%'], ['Dale Stores', '13.2%', '13.2%']], 60, [260, 340], 100);
    expect(rowsFound(page)[0]!.map((r) => r[0])).toEqual(['Maker', 'Amber Mills (Fenwick)', 'Birch and Co (Fenwick)', 'Cedar House', 'Dale Stores']);
  });

  it('set on the right in turn with others on the left are one column', () => {
    const page = blank();
    rows(page, [['', 'Farms', 'Towns', 'Ports']], 60, [300, 370, 440], 100);
    let y = 116;
    for (const year of ['1991', '1996', '2001']) {
      for (const who of ['Men', 'Women', 'Everyone']) {
        if (who === 'Women') write(page, year, 60, y);
        if (who === 'Everyone') right(page, who, 220, y); else write(page, who, 120, y);
        ['11.0', '40.7', '48.3'].forEach((t, i) => right(page, t, [300, 370, 440][i]!, y));
        y += 14;
      }
    }
    const [found] = tablesFound(page);
    expect(found!.table.columns).toBe(5);
    expect(found!.rows.slice(1, 4).map((r) => r[1])).toEqual(['Men', 'Women', 'Everyone']);
  });
});

describe('accounts', () => {
  it('have rules under their figures alone, and signs of currency set apart', () => {
    const page = blank();
    right(page, '2032', 400, 100); right(page, '2031', 480, 100);
    across(page, 104, 350, 400); across(page, 104, 430, 480);
    const line = (name: string, x: number, y: number, a: string, b: string, dollar = false): void => {
      write(page, name, x, y);
      if (dollar) { write(page, '$', 352, y); write(page, '$', 432, y); }
      right(page, a, 400, y); right(page, b, 480, y);
    };
    write(page, 'Revenues', 60, 120);
    line('Tolls', 72, 132, '(450)', '8,366', true); line('Rents', 72, 144, '778', '343'); line('Fines', 72, 156, '606', '381');
    across(page, 160, 350, 400); across(page, 160, 430, 480);
    line('All revenues', 60, 172, '934', '9,090');
    write(page, 'Costs', 60, 188);
    line('Wages', 72, 200, '325', '618'); line('Stores', 72, 212, '73', '49');
    across(page, 216, 350, 400); across(page, 216, 430, 480);
    line('All costs', 60, 228, '398', '667');
    expect(rowsFound(page)).toEqual([[
      ['', '2032', '2031'], ['Revenues', '', ''], ['Tolls', '$ (450)', '$ 8,366'], ['Rents', '778', '343'], ['Fines', '606', '381'], ['All revenues', '934', '9,090'],
      ['Costs', '', ''], ['Wages', '325', '618'], ['Stores', '73', '49'], ['All costs', '398', '667'],
    ]]);
  });
});

describe('neighbours', () => {
  it('side by side are two tables where each has its own rules and names', () => {
    const page = blank();
    [[60, BODY], [310, OTHER]].forEach(([x, body]) => {
      const left = Number(x);
      across(page, 100, left, left + 210); across(page, 118, left, left + 210); across(page, 172, left, left + 210);
      rows(page, [HEADS], left, [left + 140, left + 205], 113);
      rows(page, body as string[][], left, [left + 140, left + 205], 131);
    });
    expect(rowsFound(page)).toEqual([[HEADS, ...BODY], [HEADS, ...OTHER]]);
  });

  it('are one table where rules are broken between columns', () => {
    const page = blank();
    for (const y of [100, 118, 172]) { across(page, y, 60, 150); across(page, y, 170, 240); across(page, y, 260, 330); }
    rows(page, [HEADS], 60, [235, 325], 113);
    rows(page, BODY, 60, [235, 325], 131);
    expect(rowsFound(page)).toEqual([[HEADS, ...BODY]]);
  });

  it('under one another are two tables where a heading parts the figures of one from the heads of the other', () => {
    for (const ruled of [true, false]) {
      const page = blank();
      let y = 100;
      for (const body of [BODY, OTHER]) {
        for (const r of [HEADS, ...body]) { if (ruled) across(page, y, 55, 330); y = rows(page, [r], 60, [235, 325], y + 13, 5); }
        if (ruled) across(page, y, 55, 330);
        if (body === BODY) { write(page, 'Other gases', 60, y + 14); y += 22; }
      }
      expect(rowsFound(page), ruled ? 'ruled' : 'without rules').toEqual([[HEADS, ...BODY], [HEADS, ...OTHER]]);
    }
  });

  it('do not part where a remark on the row above lies across the columns', () => {
    const page = blank();
    let y = 100;
    const cut = (): void => across(page, y, 55, 480);
    cut(); rows(page, [HEADS], 60, [300, 400], y + 13); y += 18; cut();
    for (const r of BODY.slice(0, 3)) {
      rows(page, [r], 60, [300, 400], y + 13); y += 18; cut();
      write(page, 'The yard was shut for most of the spring and opened in June', 170, y + 13); y += 18; cut();
    }
    expect(rowsFound(page)).toHaveLength(1);
  });
});

describe('short and wordy tables', () => {
  it('of heads and one row of figures need no rules', () => {
    const page = blank();
    rows(page, [['', '2001', '2002', '2003', '2004'], ['On courses', '29,300', '25,800', '33,300', '33,500']], 60, [220, 290, 360, 430], 100);
    expect(rowsFound(page)).toEqual([[['', '2001', '2002', '2003', '2004'], ['On courses', '29,300', '25,800', '33,300', '33,500']]]);
  });
  it('of terms and what they mean have a rule between their rows', () => {
    const page = blank();
    let y = 100;
    across(page, y, 60, 520);
    for (const [term, lines] of [['Berth', 2], ['Draft', 3], ['Ferry year', 2], ['Stage', 2]] as const) {
      write(page, term, 62, y + 13);
      for (let i = 0; i < lines; i++) write(page, 'the place at which a vessel lies while its crew and goods are put ashore', 150, y + 13 + 12 * i);
      y += 12 * lines + 8;
      across(page, y, 60, 520);
    }
    expect(rowsFound(page)[0]!.map((r) => r[0])).toEqual(['Berth', 'Draft', 'Ferry year', 'Stage']);
  });
});

describe('rules under heads alone', () => {
  it('over several columns each, with names on the left, belong to one table', () => {
    const page = blank();
    centre(page, 'Landings (tons)', 310, 100); centre(page, 'Revenue ($000)', 480, 100);
    across(page, 105, 250, 370); across(page, 105, 420, 540);
    rows(page, [['Port', '2003', '2004', '2003', '2004'], ['Total', '3,410', '3,512', '12,200', '12,850'], ['Gull Point', '410', '422', '1,310', '1,402'], ['Salt Bay', '1,200', '1,190', '4,100', '4,240'], ['Pelican', '900', '950', '3,350', '3,600']], 60, [305, 370, 475, 540], 117, 13);
    const [found, ...others] = tablesFound(page);
    expect(others).toEqual([]);
    expect(found!.table.headerRows).toBe(2);
    expect(found!.rows.slice(0, 3)).toEqual([['Port', 'Landings (tons)', '', 'Revenue ($000)', ''], ['', '2003', '2004', '2003', '2004'], ['Total', '3,410', '3,512', '12,200', '12,850']]);
  });
});

describe('captions side by side', () => {
  it('name two tables, though nothing is drawn between them', () => {
    const page = blank();
    write(page, 'Table 4. Vessels by type', 60, 100); write(page, 'Table 5. Losses by cause', 330, 100);
    rows(page, [['Type', 'Number', 'Share'], ['Trawler', '412', '41.2'], ['Crabber', '300', '30.0'], ['Longliner', '188', '18.8'], ['Other', '100', '10.0']], 60, [200, 260], 116);
    rows(page, [['Cause', '2031', '2032'], ['Weather', '12', '14'], ['Fire', '3', '5'], ['Collision', '9', '4'], ['Unknown', '2', '1']], 330, [460, 520], 116);
    expect(rowsFound(page).map((t) => t.slice(0, 2))).toEqual([[['Type', 'Number', 'Share'], ['Trawler', '412', '41.2']], [['Cause', '2031', '2032'], ['Weather', '12', '14']]]);
  });
});

describe('names in the middle of their rows', () => {
  it('belong to all rows between two rules', () => {
    const page = blank();
    across(page, 90, 60, 500);
    const heads = ['Route', 'Season', 'Adult', 'Child'], at = [60, 180, 340, 440];
    heads.forEach((t, c) => write(page, t, at[c]!, 102, { bold: true }));
    let y = 120;
    across(page, 108, 60, 500);
    for (const name of ['Mainland to quay', 'Quay to island']) {
      ['Spring', 'Summer', 'Winter'].forEach((season, i) => { if (i === 1) write(page, name, 60, y); write(page, season, 180, y); write(page, String(310 + 7 * i), 340, y); write(page, String(88 - 9 * i), 440, y); y += 12; });
      across(page, y - 6, 60, 500);
      y += 6;
    }
    const [found] = tablesFound(page);
    expect(found!.rows.map((r) => r.slice(0, 2))).toEqual([['Route', 'Season'], ['Mainland to quay', 'Spring'], ['', 'Summer'], ['', 'Winter'], ['Quay to island', 'Spring'], ['', 'Summer'], ['', 'Winter']]);
    expect(found!.table.cells.filter((c) => c.rowSpan === 3).map((c) => [c.row, c.column])).toEqual([[1, 0], [4, 0]]);
  });
});
