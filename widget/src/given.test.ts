import { describe, expect, it } from 'vitest';
import { linkIn, readFile, readLink } from './given.js';

describe('a text', () => {
  it.each([' https://badges.example/1 \n', 'HTTP://badges.example'])('that is an address is a link: %j', (text) => {
    expect(linkIn(text)).toBe(text.trim());
  });

  it.each(['{"id":"https://badges.example/1"}', 'eyJhbGciOi.x.y', 'see https://badges.example/1', 'javascript:alert(1)', 'https://', 'data:text/html,x', ''])(
    'that is something else is none: %j',
    (text) => {
      expect(linkIn(text)).toBeUndefined();
    },
  );
});

describe('what cannot be read', () => {
  it('is refused with the limit that it exceeds', async () => {
    await expect(readFile(new File(['12345'], 'large.png'), 4)).rejects.toMatchObject({
      code: 'too-large',
      phrase: { id: 'error-too-large' },
    });
  });

  it.each([
    [() => Promise.resolve(new Response('gone', { status: 404 })), 'link-answered-with-error', '404'],
    [() => Promise.reject(new TypeError('refused')), 'link-cors-or-network', 'none'],
  ])('at a link is refused with what its host answered', async (fetch, code, status) => {
    await expect(readLink('https://badges.example/1', { fetch, isOnline: () => true })).rejects.toMatchObject({
      code,
      phrase: { id: 'error-link', values: { host: 'badges.example', status } },
    });
  });

  it('at a link without encryption is not asked for', async () => {
    const fetch = () => Promise.reject(new Error('asked'));
    await expect(readLink('http://badges.example/1', { fetch, isOnline: () => true })).rejects.toMatchObject({ code: 'link-refused' });
  });
});
