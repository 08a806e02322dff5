/**
 * Shows the blog's own page where there is no network. It keeps that page and its style sheets and
 * nothing else: what an author takes away is to be gone, from every browser as well.
 */
const OFFLINE = new URL('offline', self.registration.scope).href;
const KEPT = 'offline';

self.addEventListener('install', (event) => event.waitUntil(keep()));

self.addEventListener('activate', (event) => {
  // So that a page is asked for while this script is still being started.
  event.waitUntil(self.registration.navigationPreload?.enable());
});

self.addEventListener('fetch', (event) => {
  const { mode, destination, method } = event.request;
  if (method !== 'GET') return;
  if (mode === 'navigate') event.respondWith(page(event));
  else if (destination === 'style') event.respondWith(styleSheet(event.request));
});

async function keep() {
  const response = await fetch(OFFLINE);
  if (!response.ok) throw new Error(`${OFFLINE} answered ${response.status}.`);
  const html = await response.clone().text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const cache = await caches.open(KEPT);
  await cache.addAll(sheets.map(([, address]) => new URL(address, OFFLINE).href));
  await cache.put(OFFLINE, response);
}

async function page({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function styleSheet(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}
