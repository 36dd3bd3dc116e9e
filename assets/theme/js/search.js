// Search: pages and communes as one types. What is typed stays in the field: never sent, kept or put in the address.
(function () {
  "use strict";

  const WEIGHTS = [10, 5, 4, 7, 1]; // of a page's name, summary, headings, synonyms, words
  const PAGES = 8;
  const PLACES = 5;
  const WORD = /[\p{L}\p{N}]+/gu;

  const box = document.querySelector("[data-search]");
  const field = box.querySelector("input");
  const said = document.querySelector("[data-said]");
  const found = document.querySelector("[data-found]");
  const all = document.querySelector("[data-all]");
  const blank = document.querySelector("template").content.firstElementChild;

  const words = (text) => text.normalize("NFC").toLowerCase().match(WORD) || [];
  const fold = (text) => text.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  // A text twice, as written and without marks, each word with a space on both sides.
  function both(text) {
    const written = ` ${words(text).join(" ")} `;
    return { written, folded: fold(written) };
  }

  const pages = Array.from(all.querySelectorAll("[data-page]"), (row) => {
    const link = row.querySelector("a");
    return { row, url: link.getAttribute("href"), fields: [link, row.querySelector("p")].map((part) => both(part.textContent)) };
  });
  const places = [];
  const names = document.querySelector("script[data-names]");
  let lost = false;
  let everything = "";
  let known = [];

  function bring(url) {
    const script = document.createElement("script");
    script.src = url;
    document.head.append(script);
    return new Promise((done, fail) => {
      script.addEventListener("load", done);
      script.addEventListener("error", fail);
    });
  }

  // On a USB stick nothing may be fetched; the copy for it has the index as a script.
  async function load(url) {
    if (!url.endsWith(".js")) return (await fetch(url)).json();
    await bring(url);
    return window.INDEX;
  }

  // What is asked for once it is there; a request may be lost, and whoever types on has it tried again.
  function once(ask) {
    let asked = false;
    return function () {
      if (asked) return;
      asked = true;
      ask().then(
        () => (lost = false),
        () => {
          asked = false;
          lost = true;
        },
      ).then(show);
    };
  }

  function learn(index) {
    for (const page of pages) page.fields.push(...(index.pages[page.url] || []).map(both));
    remember();
  }

  function learnCommunes() {
    for (const one of window.COMMUNES) {
      const { code, name, province, was } = one;
      const names = [name, ...was.filter(([, now]) => now === name).map(([old]) => old)];
      const now = `${name} ${province} ${code}`;
      const text = both(`${now} ${was.map(([old]) => old).join(" ")}`);
      places.push({ ...one, own: names.map(both), now: both(now), text });
    }
    remember();
  }

  function remember() {
    const texts = [...pages.flatMap((page) => page.fields), ...places.map((place) => place.text)];
    everything = texts.map((text) => text.folded).join("");
    known = [...new Set(everything.split(" "))];
    show();
  }

  // How often `word` stands in `text`; most where it is all of it, half of once where it only begins a word.
  function times(text, word, half) {
    if (text === ` ${word} `) return 3;
    const whole = text.split(` ${word} `).length - 1;
    return whole ? 1 + Math.log2(whole) : half && text.includes(` ${word}`) ? 0.5 : 0;
  }

  // Marks that were typed count: «bán» is hardly «bạn».
  function match({ written, folded }, word, half) {
    const plain = fold(word);
    const loose = times(folded, plain, half);
    return word === plain || !loose ? loose : Math.max(times(written, word, half), loose * 0.2);
  }

  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    return left.length < 2 && right.length < 2 || left.length === 2 && left === right[1] + right[0];
  }

  // A word that begins no word we know becomes one that is a slip away, best one that goes with its neighbours.
  function mend(typed) {
    return typed.map((word, i) => {
      const plain = fold(word);
      if (plain.length < 3 || known.some((other) => other.startsWith(plain))) return word;
      const [before, after] = [typed[i - 1], typed[i + 1]].map((other) => fold(other || ""));
      const likely = (other) => 9 * (times(everything, `${before} ${other}`) + times(everything, `${other} ${after}`)) + times(everything, other);
      return known.filter((other) => near(plain, other)).sort((a, b) => likely(b) - likely(a))[0] || word;
    });
  }

  function rank(typed) {
    const score = new Map();
    for (let size = 1; size <= Math.min(typed.length, 3); size++) {
      for (let from = 0; from + size <= typed.length; from++) {
        const unit = typed.slice(from, from + size).join(" ");
        const last = from + size === typed.length;
        const hits = [];
        for (const page of pages) {
          const sum = page.fields.reduce((sum, text, i) => sum + WEIGHTS[i] * match(text, unit, last), 0);
          if (sum) hits.push([page, sum]);
        }
        const rare = Math.log((pages.length + 1) / hits.length) * size;
        for (const [page, sum] of hits) score.set(page, (score.get(page) || 0) + rare * sum);
      }
    }
    const best = Math.max(...score.values());
    const good = [...score].filter(([, sum]) => sum > best / 10).sort((a, b) => b[1] - a[1]);
    return good.slice(0, PAGES).map(([page]) => page.row.cloneNode(true));
  }

  // What is said of old names where the new ones do not have all that was typed.
  function former({ was, now }, typed) {
    const missing = typed.filter((word) => match(now, word, true) < 0.5);
    return was
      .filter(([old]) => missing.some((word) => match(both(old), word, true) >= 0.5))
      .map(([old, name]) => ` ${box.dataset.former.replace("{old}", old).replace("{new}", name)}.`)
      .join("");
  }

  // Communes that have every word that was typed, or else two that follow each other in their name.
  function communes(typed) {
    const whole = places.filter(({ text }) => typed.every((word) => match(text, word, true) >= 0.5));
    const pairs = typed.slice(1).map((word, i) => `${typed[i]} ${word}`);
    const part = places.filter(({ own }) => own.some((name) => pairs.some((pair) => match(name, pair) >= 1)));
    const named = ({ own }) => Math.max(...own.map((name) => times(name.folded, fold(typed.join(" ")), true)));
    whole.sort((a, b) => named(b) - named(a));
    const asked = ` ${fold(typed.join(" "))} `;
    const sure = whole.length ? typed.length > 1 || /^\d/.test(asked.trim()) : part.some(({ own }) => own.some((name) => asked.includes(name.folded)));
    const rows = (whole.length ? whole : part).slice(0, PLACES).map((place) => {
      const { code, name, province } = place;
      const row = blank.cloneNode(true);
      const link = row.querySelector("a");
      link.href = box.dataset.commune.replace("CODE", code);
      link.textContent = name;
      const notes = former(place, typed);
      row.querySelector("p").textContent = notes ? `${province}.${notes}` : province;
      return row;
    });
    return { sure, rows };
  }

  function show() {
    const typed = mend(words(field.value));
    const enough = typed.join("").length > 1;
    // One word is rarely a commune's whole name: «an» begins many.
    const local = enough ? communes(typed) : { rows: [] };
    const wide = enough ? rank(typed) : [];
    const rows = local.sure ? [...local.rows, ...wide] : [...wide, ...local.rows];
    found.textContent = "";
    found.append(...rows);
    all.hidden = rows.length > 0;
    const number = rows.length ? box.dataset.number.replace("{number}", rows.length) : box.dataset.none;
    said.textContent = !enough ? "" : lost ? `${number} ${box.dataset.lost}` : number;
  }

  const askIndex = once(() => load(box.dataset.search).then(learn)); // without it names and summaries are found
  const askNames = once(async function () {
    if (!window.COMMUNES) await bring(names.src);
    learnCommunes();
  });
  field.addEventListener("input", askIndex);
  field.addEventListener("input", askNames);
  field.addEventListener("input", show);
  field.addEventListener("focus", () => box.scrollIntoView()); // room for the phone's keyboard
  field.addEventListener("keydown", (event) => {
    const link = found.querySelector("a");
    if (event.key === "Enter" && link) link.focus(); // and the phone's keyboard gives way
  });
  // Whoever goes back to this page later does not see what was looked for.
  addEventListener("pagehide", () => {
    field.value = "";
    show();
  });
  box.hidden = false;
  document.addEventListener("DOMContentLoaded", askNames); // their script comes after this one
  askIndex();
})();
