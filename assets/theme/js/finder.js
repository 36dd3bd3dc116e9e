// Find my commune: the names are loaded when the field is touched. What is typed stays in the field.
(function () {
  "use strict";

  const SHOWN = 20;
  const box = document.querySelector("[data-finder]");
  const field = box.querySelector("input");
  const said = box.querySelector("[role=status]");
  const found = document.querySelector("[data-found]");
  const blank = document.querySelector("template").content.firstElementChild;
  let communes = [];
  let asked = false;
  let lost = false;

  // "Dương Kinh" is found by "duong kinh".
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/['’ʼ]/g, "").split(/\s+/).filter(Boolean).join(" ");
  const fold = (text) => text.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const folded = (text) => ` ${fold(plain(text))}`;

  function learn() {
    communes = window.COMMUNES.map(function (one) {
      const names = [one.name, ...one.was.filter(([, name]) => name === one.name).map(([old]) => old)];
      const written = names.map((name) => ` ${plain(name)} `);
      const now = folded(`${one.name} ${one.province} ${one.code}`);
      const old = one.was.map(([old]) => folded(old)).join("");
      return { one, written, folded: written.map(fold), now, key: now + old };
    });
    show();
  }

  // A request may be lost on the way; whoever types on has it tried again.
  function load() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = box.dataset.search;
    script.addEventListener("load", learn);
    script.addEventListener("error", function () {
      asked = false;
      lost = true;
      script.remove();
      show();
    });
    document.head.append(script);
  }

  // Every word begins one of a commune's names, province or code, old ones too; whole names first, then beginnings, marks counted.
  function look(typed) {
    const words = fold(typed).split(" ");
    const phrase = ` ${words.join(" ")}`;
    const worth = (written, folded) =>
      4 * folded.endsWith(`${phrase} `) + 2 * folded.includes(phrase) + written.includes(` ${typed}`);
    const rank = ({ written, folded, key }) =>
      2 * key.includes(phrase) + Math.max(...written.map((name, i) => worth(name, folded[i])));
    return communes
      .filter(({ key }) => words.every((word) => key.includes(` ${word}`)))
      .map((commune) => ({ commune, worth: rank(commune) }))
      .sort((a, b) => b.worth - a.worth);
  }

  // What is said of old names where the new ones do not have all that was typed.
  function former({ one, now }) {
    const words = fold(plain(field.value)).split(" ").filter((word) => !now.includes(` ${word}`));
    return one.was
      .filter(([old]) => words.some((word) => folded(old).includes(` ${word}`)))
      .map(([old, name]) => ` ${box.dataset.former.replace("{old}", old).replace("{new}", name)}.`)
      .join("");
  }

  function row({ commune }) {
    const { one } = commune;
    const item = blank.cloneNode(true);
    const link = item.querySelector("a");
    link.href = box.dataset.commune.replace("CODE", one.code);
    link.textContent = one.name;
    const notes = former(commune);
    item.querySelector("p").textContent = notes ? `${one.province}.${notes}` : one.province;
    return item;
  }

  function show() {
    const typed = plain(field.value);
    const hits = typed && communes.length ? look(typed) : [];
    found.textContent = "";
    found.append(...hits.slice(0, SHOWN).map(row));
    if (!communes.length) said.textContent = lost ? box.dataset.lost : "";
    else if (!typed) said.textContent = "";
    else said.textContent = hits.length ? box.dataset.number.replace("{number}", hits.length) : box.dataset.none;
  }

  field.addEventListener("focus", load);
  field.addEventListener("focus", () => box.scrollIntoView()); // room for the phone's keyboard
  field.addEventListener("input", load);
  field.addEventListener("input", show);
  // Whoever goes back to this page later does not see what was looked for.
  addEventListener("pagehide", function () {
    field.value = "";
    show();
  });
  box.hidden = false;
})();
