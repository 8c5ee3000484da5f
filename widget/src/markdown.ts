/** The parts of a line. A string is text as it stands. */
export type Inline =
  | string
  | { kind: 'strong' | 'emphasis'; content: Inline[] }
  | { kind: 'link'; href: string; content: Inline[] };

export type Block =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; start: number | undefined; items: Inline[][] };

/** Emphasis within emphasis is followed this far; what is deeper stays text. */
const MAX_DEPTH = 3;

const BULLET = /^\s*[-*+•]\s+(\S.*)$/;
const NUMBER = /^\s*(\d{1,4})[.)]\s+(\S.*)$/;
const HEADING = /^ {0,3}#{1,6}\s+(\S.*?)\s*#*$/;

/**
 * Reads the little of Markdown that criteria need: paragraphs, lists, headings (as strong lines), emphasis, and links
 * to the web. Everything else, HTML and pictures included, stays the text that it is. A nested list is read as part of
 * the list around it, and the lines of a paragraph stay lines, because many issuers write plain text.
 */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  /** The lines of the block that is being read. */
  let open: { number?: number; isItem: boolean; lines: string[] } | undefined;

  const close = () => {
    if (open === undefined) return;
    const { isItem, number, lines } = open;
    const content = readInline(lines.join('\n'));
    const list = blocks.at(-1);
    if (!isItem) blocks.push({ kind: 'paragraph', content });
    else if (list?.kind === 'list' && (list.start === undefined) === (number === undefined)) list.items.push(content);
    else blocks.push({ kind: 'list', start: number, items: [content] });
    open = undefined;
  };

  for (const line of source.split('\n')) {
    const heading = HEADING.exec(line)?.[1];
    const bullet = BULLET.exec(line)?.[1];
    const [, number, numbered] = NUMBER.exec(line) ?? [];
    if (heading !== undefined) {
      close();
      blocks.push({ kind: 'paragraph', content: [{ kind: 'strong', content: readInline(heading) }] });
    } else if (bullet !== undefined) {
      close();
      open = { isItem: true, lines: [bullet] };
    } else if (numbered !== undefined && (open === undefined || open.isItem || number === '1')) {
      // A line of prose may begin with a year; only 1 begins a list in the middle of prose.
      close();
      open = { isItem: true, number: Number(number), lines: [numbered] };
    } else if (line.trim() === '') {
      close();
    } else if (open === undefined) {
      open = { isItem: false, lines: [line.trim()] };
    } else {
      open.lines.push(line.trim());
    }
  }
  close();
  return blocks;
}

/** An escaped sign; a drawn line or a picture, which stay text; a link with an optional title; strong; emphasis. */
const INLINE =
  /\\([!-/:-@[-`{-~])|[*_]{4,}|!\[[^[\]]*\]\([^()]*\)|\[([^[\]]+)\]\(<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"]*")?\)|(\*\*|(?<![\p{L}\p{N}])__)(?=\S)(.+?)(?<=\S)\4(?!\*)|(\*|(?<![\p{L}\p{N}])_)(?=\S)(.+?)(?<=\S)\6(?![\p{L}\p{N}])/gsu;

function readInline(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  const add = (part: Inline) => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  };
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, label, address = '', , strong, , emphasis] = match;
    add(text.slice(end, match.index));
    end = match.index + whole.length;
    const href = webAddress(address);
    const inner = label ?? strong ?? emphasis;
    if (escaped !== undefined) add(escaped);
    else if (inner === undefined || depth === MAX_DEPTH || (label !== undefined && href === undefined)) add(whole);
    else if (label !== undefined && href !== undefined) add({ kind: 'link', href, content: readInline(label, depth + 1) });
    else add({ kind: strong === undefined ? 'emphasis' : 'strong', content: readInline(inner, depth + 1) });
  }
  add(text.slice(end));
  return parts;
}

/** The address, when following it leads to a page of the web and to the host that it seems to name. */
function webAddress(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { username, password, href } = new URL(address);
  return username === '' && password === '' ? href : undefined;
}
