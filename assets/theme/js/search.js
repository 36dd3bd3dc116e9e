// Search: pages and communes as one types. What is typed stays in the field: never sent, kept or put in the address.
(function () {
  "use strict";

  const WEIGHTS = [15, 6, 4, 15, 1]; // of a page's name, summary, headings, synonyms, words
  const MOST = 6; // pages that are shown, and communes
  const NUMBER = /\+?\d[\d .]{7,}\d/g; // a telephone number, in whatever groups

  const box = document.querySelector("[data-search]");
  const field = box.querySelector("input");
  const said = document.querySelector("[data-said]");
  const found = document.querySelector("[data-found]");
  const all = document.querySelector("[data-all]");
  const blank = document.querySelector("template").content.firstElementChild;

  // Without what is dialled before it, from here or from abroad.
  const bare = (number) => number.replace(/[ .]/g, "").replace(/^(\+?84|0)/, "");
  const words = (text) => text.normalize("NFC").toLowerCase().replace(NUMBER, bare).replace(/['’ʼ]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  const fold = (text) => text.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  // A text twice, as written and without marks, each word with a space on both sides.
  function both(text) {
    const written = ` ${words(text).join(" ")} `;
    return { written, folded: fold(written) };
  }

  const pages = Array.from(all.querySelectorAll("[data-page]"), (row) => {
    const link = row.querySelector("a");
    return { row, url: link.getAttribute("href"), fields: [link, row.querySelector("p")].map((part) => [both(part.textContent)]) };
  });
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
      ).then(remember);
    };
  }

  function learn(index) {
    for (const page of pages) page.fields.push(...(index.pages[page.url] || []).map((texts) => [].concat(texts).map(both)));
  }

  function remember() {
    everything = pages.flatMap(({ fields }) => fields.flat()).map(({ folded }) => folded).join("");
    if (window.COMMUNES) everything += window.COMMUNES.text;
    known = [...new Set(everything.split(" "))];
    show();
  }

  // How often `word` stands in `text`; most where it is all of it, half of once where it only begins a word.
  function times(text, word, half) {
    if (!text.includes(` ${word}`)) return 0;
    if (text === ` ${word} `) return 3;
    const whole = text.split(` ${word} `).length - 1;
    return whole ? 1 + Math.log2(whole) : half ? 0.5 : 0;
  }

  // The best of several texts. Marks that were typed count: «bán» is hardly «bạn».
  function best(texts, word, half) {
    const plain = fold(word);
    return Math.max(0, ...texts.map(({ written, folded }) => {
      const loose = times(folded, plain, half);
      return word === plain || !loose ? loose : Math.max(times(written, word, half), loose * 0.2);
    }));
  }

  // Whether a page says it in so many words, not only somewhere in its text.
  const says = (page, part) => page.fields.slice(0, 4).some((texts) => best(texts, part) >= 1);

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
      if (/\d{8}/.test(word)) return "hotline"; // any number but ours leads to the list of ours
      const [before, after] = [typed[i - 1], typed[i + 1]].map((other) => fold(other || ""));
      const likely = (other) => 9 * (times(everything, `${before} ${other}`) + times(everything, `${other} ${after}`)) + times(everything, other);
      return known.filter((other) => near(plain, other)).sort((a, b) => likely(b) - likely(a))[0] || word;
    });
  }

  // Words, pairs and threes count by how few pages have them; all that was typed four times, where somebody
  // typed just that before sixteen times.
  function rank(typed) {
    const score = new Map();
    for (const size of new Set([1, 2, 3, typed.length])) {
      for (let from = 0; from + size <= typed.length; from++) {
        const unit = typed.slice(from, from + size).join(" ");
        const last = from + size === typed.length;
        const hits = [];
        for (const page of pages) {
          const fits = page.fields.map((texts) => best(texts, unit, last));
          const sum = fits.reduce((sum, fit, i) => sum + WEIGHTS[i] * fit, 0);
          if (sum) hits.push([page, size < typed.length ? sum : sum * (fits[3] === 3 ? 16 : 4)]);
        }
        const rare = Math.log((pages.length + 1) / hits.length);
        for (const [page, sum] of hits) score.set(page, (score.get(page) || 0) + rare * sum);
      }
    }
    const most = Math.max(...score.values());
    const good = [...score].filter(([, sum]) => sum > most / 50).sort((a, b) => b[1] - a[1]);
    return good.slice(0, MOST).map(([page]) => page);
  }

  // Danger before place: a commune comes first only where its whole name was typed, no page says all of that,
  // and none says what was typed after it.
  function place(typed, page, { worth, rest, titled }) {
    const after = rest.split("|").pop().trim().split(" ");
    const pairs = after.map((word, i) => after.slice(i, i + 2).join(" ")).slice(0, after.length - 1 || 1);
    const strange = worth === 3 && !pairs.some((pair) => pages.some((page) => says(page, pair)));
    const said = page && says(page, typed.join(" "));
    if (worth > 3 || strange) return said ? 1 : 0;
    return worth === 1 && typed[1] && !said || titled ? 1 : 3;
  }

  function show() {
    const typed = mend(words(field.value));
    const enough = typed.join("").length > 1;
    const wide = enough ? rank(typed) : [];
    const local = enough && window.COMMUNES ? window.COMMUNES.look(typed.join(" ")).slice(0, MOST) : [];
    const rows = wide.map((page) => page.row.cloneNode(true));
    if (local.length) rows.splice(place(typed, wide[0], local[0]), 0, ...local.map((one) => window.COMMUNES.row(one, box, blank)));
    found.textContent = "";
    found.append(...rows);
    all.hidden = rows.length > 0;
    const number = rows.length ? box.dataset.number.replace("{number}", rows.length) : box.dataset.none;
    said.textContent = !enough ? "" : lost ? `${number} ${box.dataset.lost}` : number;
  }

  const askIndex = once(() => load(box.dataset.search).then(learn)); // without it names and summaries are found
  const askNames = once(async () => window.COMMUNES || bring(names.src));
  field.addEventListener("input", () => [askIndex, askNames, show].map((each) => each()));
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
