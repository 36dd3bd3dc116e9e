// What answers without a network, on a phone whose reader asked for that. The build writes two lines in front of it:
// KEPT, what is kept in each language, and VERSION, the hash of all of that: with other bytes the phone fetches a new
// copy and drops the old one. Nothing is stored later than that, and help pages are in no list.
(function () {
  "use strict";

  const PATIENCE = 4000; // milliseconds after which a weak network counts as none
  const scope = registration.scope;
  const wanted = location.search.slice(1);
  const [lang, code] = wanted.split("-");
  const list = KEPT[lang];
  const cacheName = `${VERSION} ${wanted} ${scope}`;

  addEventListener("install", (event) => event.waitUntil(store()));
  addEventListener("activate", (event) => event.waitUntil(clear()));
  addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(scope)) event.respondWith(answer(event.request));
  });

  async function store() {
    try {
      const cache = await caches.open(cacheName);
      const commune = `${scope}${list.folder}${code}/`;
      const page = await (await fetch(commune, { cache: "no-cache" })).text();
      const pictures = Array.from(page.matchAll(/<img [^>]*src="([^"]+)"/g), (found) => new URL(found[1], commune).href);
      const files = list.files.map((path) => scope + path);
      const urls = new Set([commune, ...files, ...pictures]);
      await cache.addAll(Array.from(urls, (url) => new Request(url, { cache: "no-cache" })));
    } catch (error) {
      await caches.delete(cacheName);
      throw error;
    }
    await skipWaiting();
  }

  async function clear() {
    const names = await caches.keys();
    const old = names.filter((name) => name.endsWith(` ${scope}`) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  // The network first, for a number may have changed; the copy where that fails or takes too long.
  async function answer(request) {
    const copy = await caches.match(request, { cacheName, ignoreSearch: true });
    const page = request.mode === "navigate";
    const fresh = fetch(request, page ? { cache: "no-cache" } : {});
    if (!copy) return page ? fresh.catch(() => Response.redirect(scope + list.offline)) : fresh;
    const late = new Promise((done) => setTimeout(done, PATIENCE, copy));
    return Promise.race([fresh.then((found) => (found.ok ? found : copy)), late]).catch(() => copy);
  }
})();
