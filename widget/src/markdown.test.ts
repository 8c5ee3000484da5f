import { describe, expect, it } from 'vitest';
import { type Inline, readMarkdown } from './markdown.js';

/** The paragraph that a source without any structure gives. */
const paragraph = (...content: Inline[]) => [{ kind: 'paragraph', content }];

/** Every address that a reader could follow. */
function hrefs(source: string): string[] {
  const within = (content: Inline[]): string[] =>
    content.flatMap((part) => {
      if (typeof part === 'string') return [];
      return [...(part.kind === 'link' ? [part.href] : []), ...within(part.content)];
    });
  return readMarkdown(source).flatMap((block) => (block.kind === 'list' ? block.items.flatMap(within) : within(block.content)));
}

describe('blocks', () => {
  it('lines with a dash, a star or a plus are a list', () => {
    for (const sign of ['-', '*', '+']) {
      expect(readMarkdown(`${sign} cut\n${sign} sand`)).toEqual([{ kind: 'list', start: undefined, items: [['cut'], ['sand']] }]);
    }
  });

  it('a numbered list begins where the issuer began', () => {
    expect(readMarkdown('3. cut\n4. sand')).toEqual([{ kind: 'list', start: 3, items: [['cut'], ['sand']] }]);
  });

  it('a list may follow a line of prose, go over lines and have room between its items', () => {
    expect(readMarkdown('To do:\n- cut\n  wood\n\n- sand\n\nWell done.')).toEqual([
      { kind: 'paragraph', content: ['To do:'] },
      { kind: 'list', start: undefined, items: [['cut\nwood'], ['sand']] },
      { kind: 'paragraph', content: ['Well done.'] },
    ]);
  });

  it('a nested list keeps its items', () => {
    expect(readMarkdown('- cut\n  - wood\n- sand')).toEqual([{ kind: 'list', start: undefined, items: [['cut'], ['wood'], ['sand']] }]);
  });

  it('a year within prose begins no list', () => {
    expect(readMarkdown('It was\n2026. A good year.')).toEqual(paragraph('It was\n2026. A good year.'));
  });

  it('a heading is a strong line', () => {
    expect(readMarkdown('## Safety\nfirst')).toEqual([
      { kind: 'paragraph', content: [{ kind: 'strong', content: ['Safety'] }] },
      { kind: 'paragraph', content: ['first'] },
    ]);
  });

  it('the lines of plain text stay lines', () => {
    expect(readMarkdown('Passed the test.\nCut three pieces.')).toEqual(paragraph('Passed the test.\nCut three pieces.'));
  });

  it('nothing gives nothing', () => {
    expect(readMarkdown(' \n\n')).toEqual([]);
  });
});

describe('lines', () => {
  it('stars and underscores emphasise', () => {
    expect(readMarkdown('a **b** __c__ *d* _e_')).toEqual(
      paragraph(
        'a ',
        { kind: 'strong', content: ['b'] },
        ' ',
        { kind: 'strong', content: ['c'] },
        ' ',
        { kind: 'emphasis', content: ['d'] },
        ' ',
        { kind: 'emphasis', content: ['e'] },
      ),
    );
  });

  it('emphasis may stand within emphasis', () => {
    expect(readMarkdown('**a *b* c**')).toEqual(
      paragraph({ kind: 'strong', content: ['a ', { kind: 'emphasis', content: ['b'] }, ' c'] }),
    );
  });

  it('a product, a name in code and a sign without a partner are text', () => {
    for (const text of ['2 * 3 * 4', 'snake_case_name', 'clé_née_là', 'a * b', '**', 'a ** b', 'open *']) {
      expect(readMarkdown(text)).toEqual(paragraph(text));
    }
  });

  it('an escaped sign is the sign', () => {
    expect(readMarkdown('\\*a\\*')).toEqual(paragraph('*a*'));
  });

  it('a link to the web can be followed, with or without a title', () => {
    for (const link of ['[rules](https://b.example/a_(b))', '[rules](https://b.example/a_(b) "All of them")']) {
      expect(readMarkdown(link)).toEqual(paragraph({ kind: 'link', href: 'https://b.example/a_(b)', content: ['rules'] }));
    }
  });
});

describe('hostile text', () => {
  it('no address but one of the web can be followed', () => {
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      ' javascript:alert(1)',
      'javascript://b.example/%0aalert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://b.example/1',
      '//b.example/x',
      '/x',
      'https:b.example',
      'https://',
      'https://good.example@bad.example/',
    ]) {
      const source = `[x](${address})`;
      expect(hrefs(source), address).toEqual([]);
      expect(JSON.stringify(readMarkdown(source)), address).toContain('[x](');
    }
  });

  it('a picture and HTML are text, and load nothing', () => {
    for (const source of [
      '![x](https://b.example/pixel.png)',
      '<img src=https://b.example/pixel.png onerror=alert(1)>',
      '<a href="javascript:alert(1)">x</a>',
      '<script>alert(1)</script>',
      '<https://b.example>',
    ]) {
      expect(readMarkdown(source)).toEqual(paragraph(source));
    }
  });

  it('a link within a link or around a picture leads nowhere unseen', () => {
    expect(hrefs('[a [b](https://b.example/) c](https://c.example/)')).toEqual(['https://b.example/']);
    expect(hrefs('[![a](https://b.example/p.png)](https://c.example/)')).toEqual([]);
  });

  it('depth is bounded, and what is deeper is still there', () => {
    const source = `${'*a _b '.repeat(40)}x${' c_ d*'.repeat(40)}`;
    const depth = (content: Inline[]): number =>
      Math.max(0, ...content.map((part) => (typeof part === 'string' ? 0 : 1 + depth(part.content))));
    const [block] = readMarkdown(source);
    expect(block?.kind === 'paragraph' && depth(block.content)).toBeLessThanOrEqual(4);
    expect(JSON.stringify(block)).toContain('x');
  });

  it('thousands of signs without a partner stay the text that they are', () => {
    for (const sign of ['*', '_a ', '[', '[a](', '![', '![a](', '\\ ', '[a](https://b.example/(']) {
      const source = sign.repeat(1_000).trim();
      expect(readMarkdown(source), sign).toEqual(paragraph(source));
    }
  });
});
