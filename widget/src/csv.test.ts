import { describe, expect, it } from 'vitest';
import { csv, listSeparator } from './csv.js';

const lines = (text: string) => text.slice(1).split('\r\n').slice(0, -1);

describe('a table for spreadsheets', () => {
  it('begins with a byte order mark and ends every row with CR LF', () => {
    expect(csv([['File', 'State'], ['a.png', 'Not valid']], ',')).toBe('\uFEFFFile,State\r\na.png,Not valid\r\n');
  });

  it('quotes what would end a cell or a row', () => {
    expect(lines(csv([['a,b', 'say "hi"', 'two\nlines']], ','))).toEqual(['"a,b","say ""hi""","two\nlines"']);
    expect(lines(csv([['a,b', 'c;d']], ';'))).toEqual(['a,b;"c;d"']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\uFEFF=1', '＝1', '=HYPERLINK("https://evil.example","x")'])(
    'runs no formula: %j',
    (cell) => {
      const [line] = csv([[cell]], ',').slice(1).split('\r\n').filter(Boolean);
      expect(line!.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each(['Laser cutter', '3 June 2026', 'urn:uuid:5b1f', 'did:web:badges.example'])('leaves other words alone: %s', (cell) => {
    expect(lines(csv([[cell]], ','))).toEqual([cell]);
  });
});

it('cells are separated as spreadsheets of the language expect', () => {
  expect([listSeparator('en-GB'), listSeparator('fr')]).toEqual([',', ';']);
});
