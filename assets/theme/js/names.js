// Every commune, and those that somebody means who types a name, an old one, a province or a code.
// The build puts two things before this (site/finder.py): NAMES, with steps in place of codes and tabs before old
// names, and KINDS, what communes are called in every language.
(function () {
  "use strict";

  const words = (text) => text.normalize("NFC").toLowerCase().replace(/['’ʼ]/g, "").match(/[\p{L}\p{N}]+/gu) || [];
  const fold = (text) => text.replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const folded = (text) => ` ${fold(words(text).join(" "))}`;
  const kinds = KINDS.map((kind) => fold(kind.toLowerCase())).join("|");
  const KIND = new RegExp(`^(${kinds}|thi tran|thi xa|huyen|thanh pho) | (${kinds})$`); // old ones are typed, too
  const TITLED = new RegExp(`(${kinds}) \\||\\| (${kinds}) `);
  const run = (text) => text.replace(/ /g, "");
  const begins = (text, part) => text.includes(` ${part}`);

  // A name with and without what kind of place it is; the words of the latter with and without marks.
  function parts(name) {
    const whole = folded(name).trim();
    const bare = whole.replace(KIND, "");
    const from = whole.slice(0, whole.indexOf(bare)).split(" ").length - 1;
    const own = words(name).slice(from, from + bare.split(" ").length);
    return { whole, bare, own: own.map((word) => [word, fold(word)]) };
  }

  const communes = Object.entries(NAMES).flatMap(function ([provinces, lines]) {
    const [province, ...left] = provinces.split("\t");
    let code = 0;
    return lines.split("\n").map(function (line) {
      const end = line.indexOf(" ");
      code += Number(line.slice(0, end));
      const names = line.slice(end + 1).split("\t");
      const [name, ...former] = names;
      const was = [...former.map((old) => [old, name]), ...left.map((old) => [old, province])];
      const now = folded(`${name} ${province}`);
      const key = now + was.map(([old]) => folded(old)).join("");
      return { code: String(code).padStart(5, "0"), name, province, was, names: names.map(parts), now, key };
    });
  });

  // How well a commune fits, in the order of `fits`; -1 not at all. `rest` is what was typed beside its name,
  // which is `titled` where some kind of place was typed with it.
  function meant(one, typed, plain) {
    const phrase = plain.join(" ");
    const core = phrase.replace(KIND, "");
    const every = core.split(" ").every((word) => begins(one.key, word));
    let [worth, rest] = [plain.includes(one.code) ? 6 : -1, ""];
    for (const { whole, bare, own } of one.names) {
      const named = typed.some((_, i) => own.every((both, j) => both.includes(typed[i + j])));
      if (named) rest = ` ${phrase} `.replace(` ${bare} `, " | ");
      const fits = [
        every, // its words
        every && begins(` ${bare}`, core), // its name, begun
        named, // its name among other words
        named && own[1] && core.startsWith(bare), // its name, then other words
        every && bare.startsWith(core) && phrase !== core && (typed[0] !== "xa" || typed[2]), // begun after «phường»; «xa» may be far
        every && named, // its name and where it lies
        (named || phrase === typed.join(" ")) && run(core) === run(bare), // its name and no more
        whole === phrase,
      ];
      worth = Math.max(worth, fits.map(Boolean).lastIndexOf(true));
    }
    return { ...one, plain, worth, rest, titled: TITLED.test(rest) };
  }

  // What is said of old names where the new ones do not have all that was typed.
  function notes({ was, now, plain }, said) {
    const missing = plain.filter((word) => !begins(now, word));
    const old = was.filter(([old]) => missing.some((word) => begins(folded(old), word)));
    return old.map(([old, name]) => `. ${said.replace("{old}", old).replace("{new}", name)}`).join("") + (old.length ? "." : "");
  }

  // The communes that fit what was typed, best first; one of them as a row of results, which `box` says how to write;
  // and all their names as one text, with and without spaces.
  window.COMMUNES = {
    text: communes.map(({ key, names }) => `${key} ${names.map(({ bare }) => run(bare)).join(" ")}`).join(""),
    look(text) {
      const typed = words(text);
      const plain = typed.map(fold);
      if (!typed.length) return [];
      const found = communes.map((one) => meant(one, typed, plain)).filter(({ worth }) => worth >= 0);
      return found.sort((a, b) => b.worth - a.worth);
    },
    row(one, box, blank) {
      const row = blank.cloneNode(true);
      const link = row.querySelector("a");
      link.href = box.dataset.commune.replace("CODE", one.code);
      link.textContent = one.name;
      row.querySelector("p").textContent = one.province + notes(one, box.dataset.former);
      return row;
    },
  };
})();
