import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { policy } from '../../lib/hydration/browser/trusted-types';

beforeAll(() => {
  const { window } = new JSDOM('', { url: 'https://blog.example/post/1' });
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('location', window.location);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

it.each([
  '<p>Text with <a href="https://example.org/?onclick=1" title="a > b">a link</a></p>',
  '<img src="https://example.org/a.png" alt="The attribute onerror=&#x22;&#x22;">',
  '<div title="<script>">text</div>',
  '<script></script>',
])('lets %s become markup', (html) => {
  expect(policy.createHTML(html, 'TrustedHTML', 'Element innerHTML')).toBe(html);
});

it.each([
  '<img src=x onerror=alert(1)>',
  '<img src="x" ONERROR = "alert(1)">',
  '<p>a</p><script src="/x.js"></script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<base href="https://example.org">',
  '<svg onload="alert(1)"></svg>',
])('lets %s not', (html) => {
  expect(policy.createHTML(html, 'TrustedHTML', 'Element innerHTML')).toBeNull();
});

it('lets a whole document be read, which runs nothing', () => {
  const html = '<script>alert(1)</script>';
  expect(policy.createHTML(html, 'TrustedHTML', 'DOMParser parseFromString')).toBe(html);
});

it('lets data stand in a script element, but no script', () => {
  expect(policy.createScript('{"page":"/"}')).toBe('{"page":"/"}');
  expect(policy.createScript('alert(1)')).toBeNull();
});

it('lets scripts be loaded from this site alone', () => {
  expect(policy.createScriptURL('/_next/static/a.js')).toBe('/_next/static/a.js');
  expect(policy.createScriptURL('https://example.org/a.js')).toBeNull();
  expect(policy.createScriptURL('//example.org/a.js')).toBeNull();
  expect(policy.createScriptURL('data:text/javascript,alert(1)')).toBeNull();
});
