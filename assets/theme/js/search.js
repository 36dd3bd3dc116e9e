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
  let known = new Set();

  function learn(index) {
    for (const page of pages) page.fields.push(...(index.pages[page.url] || []).map(both));
    for (const [province, names] of Object.entries(index.places)) {
      for (const [code, name] of Object.entries(names)) {
        places.push({ code, name, province, own: both(name), text: both(`${name} ${province} ${code}`) });
      }
    }
    const texts = [...pages.flatMap((page) => page.fields), ...places.map((place) => place.text)];
    known = new Set(texts.map((text) => text.folded).join("").split(" "));
    show();
  }

  // How often `word` stands in `text`; half of once where it only begins a word.
  function times(text, word, half) {
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

  // A word that begins no word we know becomes those that are one slip away.
  function mend(typed) {
    const list = [...known];
    return typed.map((word) => {
      const plain = fold(word);
      if (plain.length < 3 || list.some((other) => other.startsWith(plain))) return word;
      return list.find((other) => near(plain, other)) || word;
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
        const rare = Math.log(1 + pages.length / hits.length) * size;
        for (const [page, sum] of hits) score.set(page, (score.get(page) || 0) + rare * sum);
      }
    }
    const best = Math.max(...score.values());
    const good = [...score].filter(([, sum]) => sum > best / 5).sort((a, b) => b[1] - a[1]);
    return good.slice(0, PAGES).map(([page]) => page.row.cloneNode(true));
  }

  function communes(typed) {
    const hits = places.filter(({ text }) => typed.every((word) => match(text, word, true) >= 0.5));
    hits.sort((a, b) => named(b, typed) - named(a, typed));
    return hits.slice(0, PLACES).map(({ code, name, province }) => {
      const row = blank.cloneNode(true);
      const link = row.querySelector("a");
      link.href = `${box.dataset.home}${code}/`;
      link.textContent = name;
      row.querySelector("p").textContent = province;
      return row;
    });
  }

  const named = ({ own }, typed) => times(own.folded, fold(typed.join(" ")), true);

  function show() {
    const asked = words(field.value);
    const typed = mend(asked);
    const enough = asked.join("").length > 1;
    const [first, then] = enough ? [communes(typed), rank(typed)] : [[], []];
    // One word is rarely a commune's whole name: «an» begins many.
    const rows = asked.length > 1 || /^\d/.test(asked[0]) ? [...first, ...then] : [...then, ...first];
    found.textContent = "";
    found.append(...rows);
    all.hidden = rows.length > 0;
    said.textContent = !enough ? "" : rows.length ? box.dataset.number.replace("{number}", rows.length) : box.dataset.none;
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const link = found.querySelector("a");
    if (event.key === "Enter" && link) link.focus(); // and the phone's keyboard gives way
  });
  // Who comes back to this page, or turns on the phone after, does not see what was looked for.
  addEventListener("pagehide", () => {
    field.value = "";
    show();
  });
  box.hidden = false;
  fetch(box.dataset.search).then((answer) => answer.json()).then(learn);
})();
